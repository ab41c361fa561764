// Begins: after everything else.
async function start() {
  const handed = handedLink();
  session.store = await openedStore();
  byId("desk-unkept").hidden = session.store.kept;
  byId("desk-kept").hidden = !session.store.kept;
  byId("desk-own-host").textContent = window.location.host;
  offerAdding();
  offerOpening();
  offerWriting();
  offerTakingReply();
  offerPreparing();
  offerAgreeing();
  byId("desk-ask-links").addEventListener("click", guarded("desk-said", askLinks));
  byId("desk-remove-all").addEventListener("click", guarded("desk-said", removeEverything));
  await drawDesk();
  if (handed) byId("desk-add-said").textContent = "The link is filled in. Give it a name of yours.";
}

// A page of a link may lead here with its fragment; it does not stay in the address.
function handedLink() {
  const fragment = window.location.hash;
  window.history.replaceState(null, "", window.location.pathname);
  if (!linkFrom(fragment)) return false;
  byId("desk-link").value = `${window.location.origin}/shared${fragment}`;
  byId("desk-name").focus();
  return true;
}

start();

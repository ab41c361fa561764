// Puts somebody on the desk: by a link that is pasted, or a file that is chosen or dropped.
async function addView() {
  const [link, file] = [byId("desk-link").value, byId("desk-file").files[0]];
  if (!link.trim() && !file) throw new Refusal("Please paste a link, or choose a file.", "link");
  if (link.trim() && file) throw new Refusal("Please give one at a time: the link, or the file.");
  const way = file ? { kind: "file", sealed: await sealedFrom(file) }
    : { kind: "link", ...pastedLink(link) };
  tell("desk-add-said", "Opening. This takes a moment.");
  const passphrase = byId("desk-passphrase").value;
  const shared = await viewOf(way, passphrase);
  const client = await placed(way, shared.desk);
  byId("desk-add").reset();
  hideTyped();
  tell("desk-add-said", "");
  await showClient(client.id, { passphrase, shared });
}

// A newer one of the same grant, or of somebody who is named, takes the place of the older; what
// was noted here stays.
async function placed(way, desk) {
  const clients = await session.store.all();
  const name = byId("desk-name").value.trim();
  const known = clients.find((one) => one.desk.grant === desk.grant)
    || clients.find((one) => one.id === byId("desk-instead").value);
  if (!known) {
    const client = newClient(name || `Client ${clients.length + 1}`);
    arrived(client, way, desk);
    await session.store.put(client);
    return client;
  }
  if (known.desk.grant === desk.grant && desk.made_on < known.desk.made_on) {
    throw new Refusal(`Of ${known.name} there is a newer one on your desk, made on `
      + `${dayWords(known.desk.made_on)}. It was left as it is.`);
  }
  return session.store.change(known.id, (one) => {
    arrived(one, way, desk);
    if (name) one.name = name;
  });
}

// Does one thing at a time: what is asked for again while it is done is not done twice. A failure
// is said, and the field it is about is where one goes on.
const atWork = new WeakSet();

async function trying(place, work, act) {
  if (atWork.has(work)) return;
  atWork.add(work);
  try {
    await act();
  } catch (failed) {
    const known = failed instanceof Refusal;
    if (!known) window.console.warn(failed);
    tell(place, known ? failed.message
      : "That did not work in this browser; it may have no room left to keep it.");
    const field = known && work instanceof HTMLFormElement
      && work.querySelector(`[data-of="${failed.of}"]`);
    if (field) field.focus();
  } finally {
    atWork.delete(work);
  }
}

function guarded(place, act) {
  const work = {};
  return () => trying(place, work, act);
}

function hideTyped() {
  for (const box of document.querySelectorAll("[data-shows]")) {
    box.checked = false;
    byId(box.dataset.shows).type = "password";
  }
}

function offerAdding() {
  byId("desk-add").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-add-said", event.target, addView);
  });
  for (const box of document.querySelectorAll("[data-shows]")) {
    box.addEventListener("change", () => {
      byId(box.dataset.shows).type = box.checked ? "text" : "password";
    });
  }
  // Dropped anywhere: a browser would otherwise leave the desk and open the file.
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    if (byId("desk-screen-list").hidden || !event.dataTransfer.files.length) return;
    byId("desk-file").files = event.dataTransfer.files;
    tell("desk-add-said", `Chosen: ${event.dataTransfer.files[0].name}`);
    byId("desk-passphrase").focus();
  });
}

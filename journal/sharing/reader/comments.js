// What a reader writes about all of it, a part, a chart, a finding or a day, and her answers.
//   offerComments(view, desk, send)   puts a button beside each of them; `send` takes
//                                     replies and returns what `askJournal` does
//   showReplies(replies)
//   unsentWords() -> what was typed and not sent; and withdrawComments() takes all of it away
const LONGEST_TITLE = 200;
let commentsSent = null;
let askedBy = null;  // the button that asked, beside which it is said that the words went
const aboutOf = new Map();

function offerComments(view, desk, send) {
  commentsSent = send;
  aboutOf.clear();
  const about = byId("comment-about");
  about.replaceChildren(made("option", { value: "" }, "All of it"));
  for (const part of view.querySelectorAll("section[data-code]")) offerFor(part, about);
  const day = byId("comment-day");
  byId("comment-day-asked").hidden = !desk.span;
  if (desk.span) [day.min, day.max] = desk.span;
  byId("replying").hidden = false;
  showReplies(desk.replies);
}

function offerFor(part, about) {
  const title = part.querySelector("h2").textContent;
  const charts = [...part.querySelectorAll("figure[data-chart]")];
  const choices = made("optgroup", { label: title });
  choices.append(choice(part.dataset.code, title));
  for (const chart of charts) {
    const named = chart.querySelector("h3").textContent;
    choices.append(choice(chart.dataset.chart, named));
    chart.append(commentButton(chart.dataset.chart, named, "Comment on this chart"));
  }
  findingsIn(part).forEach((finding, number) => {
    const [value, said] = [`${part.dataset.code} ${number}`, wordsOf(finding)];
    choices.append(choice(value, said, part.dataset.code));
    finding.append(commentButton(value, said, "Comment on this finding"));
  });
  about.append(choices);
  part.append(commentButton(part.dataset.code, title, "Comment on this part"));
}

function choice(value, title, subject = value) {
  aboutOf.set(value, { subject, title: title.slice(0, LONGEST_TITLE) });
  return made("option", { value }, title);
}

function commentButton(code, title, words) {
  const more = { class: "lead comment", "aria-label": `${words}: ${title}` };
  const asking = button(words, () => openComment(code, asking), more);
  return asking;
}

function openComment(code, asking = null) {
  askedBy = asking;
  byId("comment-about").value = code;
  byId("comment-said").textContent = "";
  byId("comment").showModal();
  byId("comment-words").focus();
}

async function sendComment() {
  const words = byId("comment-words").value.trim();
  const said = byId("comment-said");
  if (!words) {
    said.textContent = "Please write something before you send it.";
    return;
  }
  const about = aboutOf.get(byId("comment-about").value) || { subject: "", title: "" };
  byId("comment-send").disabled = true;
  said.textContent = "Sending …";
  const { state, told } = await commentsSent([{
    kind: "comment", words, ...about,
    date: byId("comment-day").value || null,
  }]);
  byId("comment-send").disabled = false;
  said.textContent = {
    given: "", declined: told.said, refused: "",
    lost: "It could not be sent: the journal did not answer. Your words are still here.",
  }[state];
  if (state !== "given") return;
  byId("comment-words").value = "";
  byId("comment-day").value = "";
  byId("comment").close();
  byId("replied").textContent = "Sent. It will be seen the next time the journal is opened.";
  if (askedBy && !askedBy.matches(".sent")) {
    askedBy.classList.add("sent");
    askedBy.after(made("p", { class: "quiet" }, "Sent; it stands at the end of the page."));
  }
  showReplies(told.replies);
}

function showReplies(replies) {
  byId("written").hidden = !replies.length;
  byId("written-list").replaceChildren(...replies.map(written));
}

function written(reply) {
  const about = [reply.title, reply.date && dayWords(reply.date)].filter(Boolean).join(", ");
  const when = reply.made_at ? instantWords(reply.made_at) : "";
  const head = [reply.kind === "agreed" ? "Agreed" : "", about, when].filter(Boolean).join(" · ");
  const answer = reply.answer && made("blockquote", {},
    made("p", { class: "quiet" }, "Answered:"), made("p", {}, reply.answer));
  return made("li", {},
    made("p", { class: "quiet" }, head), made("p", {}, reply.words), answer || null);
}

function unsentWords() {
  return byId("comment-words").value.trim();
}

function withdrawComments() {
  askedBy = null;
  byId("comment").close();
  byId("comment-words").value = "";
  byId("comment-about").replaceChildren();
  byId("written-list").replaceChildren();
  byId("replied").textContent = "";
  for (const place of ["replying", "written"]) byId(place).hidden = true;
  aboutOf.clear();
}

byId("comment-form").addEventListener("submit", (event) => {
  event.preventDefault();
  sendComment();
});
byId("comment-leave").addEventListener("click", () => byId("comment").close());
byId("comment-open").addEventListener("click", () => openComment(""));

// What makes an answer a reply to one person: whom it greets and who signs it, where it is sent, how long it is, and which
// of its phrasings it has. The agent's choices are remembered; the customer's name and words changed by hand never are.

const MOST_PHRASINGS = 9; // as many as there are digits
const OWN_NAME = "agent";

// `last` is the reply that was copied last; `isHelped` tells that something was copied, so that new words are of the next customer.
const personal = { name: "", last: "", isHelped: false, edited: new Map() };
const NETWORKS = new Map(DATA.networks.map((network) => [network.id, network]));

const wordingOf = (code) => DATA.wordings[code];
const networkOf = () => NETWORKS.get(memory.get("network"));

// A reply that names an order is a private message, whatever was chosen last.
const whereTo = (source) => (source.isPrivate || memory.get("where") === "private" ? "private" : "public");
const limitOf = (source) => networkOf()?.limits[whereTo(source)] ?? 0;
const lengthOf = (text) => countLength(text, networkOf()?.unit ?? "graphemes", networkOf()?.link);

// How often a reply was copied: whose turn it is among the phrases.
const turnOf = (id) => Number(memory.get(`copied.${id}`)) || 0;

// { text, fits, private, turn, isShortened } of each phrasing, none of which is the reply that was copied last.
function phrasingsOf(source) {
  const [wording, limit, first] = [wordingOf(source.code), limitOf(source), turnOf(source.said.id)];
  const fits = limit ? (text) => lengthOf(text) <= limit : undefined;
  const found = new Map();
  for (let turn = first; turn < first + MOST_PHRASINGS; turn += 1) {
    const said = { ...source.said, turn, name: personal.name, agent: memory.get(OWN_NAME), public: whereTo(source) === "public" };
    const reply = composeReply(said, wording, fits);
    const isShortened = Boolean(limit) && reply.text !== composeReply(said, wording).text;
    if (!found.has(reply.text)) found.set(reply.text, { ...reply, turn, isShortened });
  }
  const others = [...found.values()].filter(({ text }) => text !== personal.last);
  return others.length ? others : [...found.values()].slice(0, 1);
}

// The next reply begins with the phrases that follow.
function noteCopied(source, text, turn) {
  memory.set(`copied.${source.said.id}`, String(turn + 1));
  personal.last = text;
}

// All copies for a customer: whatever is searched next is another's question.
function copyFor(text, message) {
  personal.isHelped = true;
  return copy(text, message);
}

function forgetCustomer() {
  Object.assign(personal, { name: "", isHelped: false });
  personal.edited.clear();
  replies.values.clear();
}

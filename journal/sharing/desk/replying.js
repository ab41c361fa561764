// Writes the reply to a file: docs/sharing/reply_file.md. After unseal.js.
//   replyFile(grant, replies, passphrase) -> Promise of a Blob; without a passphrase it is open
//   replyFileName(today)
const REPLY_ASSOCIATED = "Tending reply 1";
const REPLY_ROUNDS = 600_000;
const BLOCK_BYTES = 65_536;
const STORED_BYTES = 65_535;
const ADLER = 65_521;

function replyFileName(today) {
  return `tending-reply-${today}.json`;
}

async function replyFile(grant, replies, passphrase) {
  const names = ["kind", "words", "subject", "title", "moment"];
  const written = replies.map((reply) => ({
    ...Object.fromEntries(names.map((name) => [name, reply[name] || ""])),
    date: reply.date || null,
  }));
  const packed = stored(new TextEncoder().encode(JSON.stringify({ grant, replies: written })));
  const document = { app: "Tending", reply: 1, ...(passphrase
    ? await sealedReply(packed, passphrase) : { open: base64(packed) }) };
  return new Blob([JSON.stringify(document)], { type: "application/json" });
}

async function sealedReply(packed, passphrase) {
  const subtle = window.crypto.subtle;
  const salt = window.crypto.getRandomValues(new Uint8Array(16));
  const iv = window.crypto.getRandomValues(new Uint8Array(12));
  const secret = new TextEncoder().encode(passphrase.normalize("NFC").trim());
  const material = await subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const key = await subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: REPLY_ROUNDS },
    material, { name: "AES-GCM", length: 256 }, false, ["encrypt"],
  );
  const data = await subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(REPLY_ASSOCIATED) },
    key, padded(packed),
  );
  return {
    iterations: REPLY_ROUNDS, salt: base64(salt), iv: base64(iv),
    data: base64(new Uint8Array(data)),
  };
}

function padded(packed) {
  const whole = new Uint8Array(Math.ceil((packed.length + 4) / BLOCK_BYTES) * BLOCK_BYTES);
  new DataView(whole.buffer).setUint32(0, packed.length);
  whole.set(packed, 4);
  return whole;
}

// zlib (RFC 1950) that stores and does not shrink: every browser can write it, and it is short.
function stored(bytes) {
  const parts = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at === 0 || at < bytes.length; at += STORED_BYTES) {
    const block = bytes.subarray(at, at + STORED_BYTES);
    const head = new DataView(new ArrayBuffer(5));
    head.setUint8(0, at + STORED_BYTES >= bytes.length ? 1 : 0);
    head.setUint16(1, block.length, true);
    head.setUint16(3, 0xffff - block.length, true);
    parts.push(new Uint8Array(head.buffer), block);
  }
  const sum = new DataView(new ArrayBuffer(4));
  sum.setUint32(0, checked(bytes));
  parts.push(new Uint8Array(sum.buffer));
  return joined(parts);
}

function checked(bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % ADLER;
    high = (high + low) % ADLER;
  }
  return high * 0x10000 + low;
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function base64(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

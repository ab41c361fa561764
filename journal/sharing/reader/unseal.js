// Unpacks and unseals what docs/sharing/sealed_file.md describes. After inflate.js.
//   bytesOf(base64) -> Uint8Array
//   unpacked(Uint8Array) -> Promise of Uint8Array      zlib, with or without the browser's help
//   textOf(Uint8Array) -> Promise of string            the same, as UTF-8
//   canUnseal() -> whether this browser opens seals where this page lies
//   unsealed(sealed, passphrase) -> Promise of string  `sealed` is the object in the file, open or
//                                                      not; rejects when the passphrase is wrong,
//                                                      or it asks for more work than any of ours
const ASSOCIATED = "Tending sealed file 1";
// Some seconds of work: ten times what seals ask for today. A file must not ask for hours.
const MOST_ROUNDS = 6_000_000;
const LENGTH_BYTES = 4;

function bytesOf(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

async function unpacked(packed) {
  if (!("DecompressionStream" in window)) return inflateByHand(packed);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function textOf(packed) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await unpacked(packed));
}

function canUnseal() {
  return Boolean(window.crypto && window.crypto.subtle);
}

async function unsealed(sealed, passphrase) {
  if (sealed.open) return textOf(bytesOf(sealed.open));
  const rounds = sealed.iterations;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MOST_ROUNDS) throw new RangeError("rounds");
  const subtle = window.crypto.subtle;
  const secret = new TextEncoder().encode(passphrase.normalize("NFC").trim());
  const material = await subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const key = await subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(sealed.salt), iterations: rounds },
    material, { name: "AES-GCM", length: 256 }, false, ["decrypt"],
  );
  const padded = new Uint8Array(await subtle.decrypt(
    { name: "AES-GCM", iv: bytesOf(sealed.iv),
      additionalData: new TextEncoder().encode(ASSOCIATED) },
    key, bytesOf(sealed.data),
  ));
  const length = new DataView(padded.buffer).getUint32(0);
  return textOf(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
}

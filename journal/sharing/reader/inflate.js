// Unpacks zlib data (RFC 1950, RFC 1951) in browsers without DecompressionStream, which came with
// Chrome 80, Firefox 113 and Safari 16.4. What it unpacks was checked by the seal; no checksum.
const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
  83, 99, 115, 131, 163, 195, 227, 258];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513,
  769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const lengthExtra = (place) => (place < 8 || place === 28 ? 0 : (place - 4) >> 2);
const distanceExtra = (place) => (place < 4 ? 0 : (place - 2) >> 1);

// Codes of one length are whole numbers in a row; so how many there are of each length is enough.
function codeTable(lengths) {
  const counts = new Array(16).fill(0);
  for (const length of lengths) if (length) counts[length] += 1;
  const starts = [0, 0];
  for (let length = 1; length < 15; length += 1) starts.push(starts[length] + counts[length]);
  const symbols = [];
  lengths.forEach((length, symbol) => {
    if (length) symbols[starts[length]++] = symbol;
  });
  return { counts, symbols };
}

function inflateByHand(packed) {
  let at = 2, held = 0, holding = 0, size = 0;
  let out = new Uint8Array(packed.length * 4 + 1024);
  const bits = (wanted) => {
    while (holding < wanted) {
      held |= packed[at++] << holding;
      holding += 8;
    }
    const value = held & ((1 << wanted) - 1);
    held >>>= wanted;
    holding -= wanted;
    return value;
  };
  const symbolOf = ({ counts, symbols }) => {
    let code = 0, first = 0, place = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= bits(1);
      if (code - first < counts[length]) return symbols[place + code - first];
      place += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    throw new Error("This file is damaged.");
  };
  const room = (more) => {
    if (size + more <= out.length) return;
    const larger = new Uint8Array(Math.max(out.length * 2, size + more));
    larger.set(out);
    out = larger;
  };
  const tables = () => {
    const literals = bits(5) + 257, distances = bits(5) + 1, given = bits(4) + 4;
    const codes = new Array(19).fill(0);
    for (let place = 0; place < given; place += 1) codes[CODE_ORDER[place]] = bits(3);
    const table = codeTable(codes), lengths = [];
    while (lengths.length < literals + distances) {
      const symbol = symbolOf(table);
      if (symbol < 16) lengths.push(symbol);
      else {
        const value = symbol === 16 ? lengths[lengths.length - 1] : 0;
        let times = symbol === 16 ? 3 + bits(2) : symbol === 17 ? 3 + bits(3) : 11 + bits(7);
        while (times--) lengths.push(value);
      }
    }
    return [codeTable(lengths.slice(0, literals)), codeTable(lengths.slice(literals))];
  };
  const fixed = () => [
    codeTable(Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))),
    codeTable(new Array(30).fill(5)),
  ];
  let last = 0;
  while (!last) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      // Whole bytes that were read ahead are given back.
      at -= holding >> 3;
      held = holding = 0;
      const length = packed[at] | (packed[at + 1] << 8);
      at += 4;
      room(length);
      out.set(packed.subarray(at, at + length), size);
      at += length;
      size += length;
      continue;
    }
    const [literals, distances] = kind === 1 ? fixed() : tables();
    for (let symbol = symbolOf(literals); symbol !== 256; symbol = symbolOf(literals)) {
      room(258);
      if (symbol < 256) out[size++] = symbol;
      else {
        const length = LENGTH_BASE[symbol - 257] + bits(lengthExtra(symbol - 257));
        const far = symbolOf(distances);
        const from = size - DISTANCE_BASE[far] - bits(distanceExtra(far));
        for (let step = 0; step < length; step += 1) out[size++] = out[from + step];
      }
    }
  }
  return out.subarray(0, size);
}

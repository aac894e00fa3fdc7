/**
 * Text that was UTF-8, was read as a one-byte encoding, and was written as UTF-8 again: "N'DÃ©lÃ©" for "N'Délé".
 * It is undone only where that is certain: every character goes back to one byte, and the bytes are valid UTF-8.
 * Text that was meant so does not pass: after each Ã or Ø there would have to stand exactly the right symbols.
 */
const ONE_BYTE_ENCODINGS = ['windows-1252', 'windows-1256'] as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const bytesOf = ONE_BYTE_ENCODINGS.map(byteTable);

/** A cheap first look: a UTF-8 lead byte seen as a letter, followed by something that is not one. */
const SUSPICIOUS =
  /[ÂÃÄÅØÙÚÛàáâãð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[طظغ][\u0080-\u00bf،؛؟€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—™›œپچژڈگکٹڑںہ\u200c\u200d]/;

export function looksDoublyEncoded(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/** What the text was before it was encoded twice, or `null` when that is not certain. */
export function undoDoubleEncoding(text: string): string | null {
  if (!SUSPICIOUS.test(text)) return null;
  for (const table of bytesOf) {
    const bytes = toBytes(text, table);
    if (!bytes) continue;
    try {
      return utf8.decode(bytes);
    } catch {
      // Not UTF-8 under this encoding: the next one may fit.
    }
  }
  return null;
}

function toBytes(text: string, table: ReadonlyMap<string, number>): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : (table.get(text.charAt(i)) ?? (code < 0xa0 ? code : undefined));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

function byteTable(encoding: string): ReadonlyMap<string, number> {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128));
  return new Map([...all].map((character, i) => [character, i + 128]));
}

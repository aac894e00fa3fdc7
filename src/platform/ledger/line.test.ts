import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, contentDigest, encodeLine, isInstant, type LedgerLine, lineLeaf } from './line.ts';

const line: LedgerLine = {
  seq: 1,
  at: '2025-03-01T02:10:00.000Z',
  by: 'a',
  verb: 'x.y',
  mission: null,
  room: 'r',
  record: 'é',
  version: 258,
  digest: new Uint8Array(32).fill(0xab),
};
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Reads the bytes as the comment at the head of `line.ts` describes them: nothing may be left over. */
function decode(bytes: Uint8Array): LedgerLine {
  const from = Buffer.from(bytes);
  let i = 0;
  const take = (n: number): Buffer => {
    i += n;
    return from.subarray(i - n, i);
  };
  const text = (): string => take(take(2).readUInt16BE()).toString('utf8');
  expect(take(1)[0]).toBe(1);
  const decoded = {
    seq: Number(take(8).readBigUInt64BE()),
    at: take(24).toString('latin1'),
    by: text(),
    verb: text(),
    mission: take(1)[0] === 1 ? text() : null,
    room: text(),
    record: text(),
    version: take(4).readUInt32BE(),
    digest: Uint8Array.from(take(32)),
  };
  expect(i).toBe(bytes.length);
  return decoded;
}

const text = fc.string({ unit: 'binary', maxLength: 40 });
const anyLine: fc.Arbitrary<LedgerLine> = fc.record({
  seq: fc
    .oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.maxSafeInteger().map((n) => Math.abs(n) + 1),
    )
    .filter(Number.isSafeInteger),
  at: fc
    .date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  by: text,
  verb: text,
  mission: fc.option(text),
  room: text,
  record: text,
  version: fc.integer({ min: 0, max: 0xffffffff }),
  digest: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});

describe('encodeLine', () => {
  it('writes the bytes that its description promises', () => {
    expect(hex(encodeLine(line))).toBe(
      [
        '01',
        '0000000000000001',
        hex(Buffer.from('2025-03-01T02:10:00.000Z')),
        '000161',
        '0003782e79',
        '00',
        '000172',
        '0002c3a9',
        '00000102',
        'ab'.repeat(32),
      ].join(''),
    );
    expect(hex(encodeLine({ ...line, mission: '' })).slice(82, 90)).toBe('01000000');
  });

  it('can be read back in one way only', () => {
    fc.assert(
      fc.property(anyLine, (any) => {
        expect(decode(encodeLine(any))).toEqual(any);
      }),
    );
  });

  it('does not keep a result that the next call overwrites', () => {
    const first = encodeLine(line);
    const before = hex(first);
    encodeLine({ ...line, seq: 99, by: 'somebody else' });
    expect(hex(first)).toBe(before);
  });

  it.each<[Partial<LedgerLine>, RegExp]>([
    [{ seq: 0 }, /line 0: seq/],
    [{ seq: 1.5 }, /seq is not a whole number/],
    [{ at: '2025-03-01T02:10:00Z' }, /not UTC with milliseconds/],
    [{ at: '2025-02-30T02:10:00.000Z' }, /not UTC with milliseconds/],
    [{ at: '2025-03-01T24:00:00.000Z' }, /not UTC with milliseconds/],
    [{ by: 'x'.repeat(65_536) }, /by is longer than 65535 bytes/],
    [{ record: 'é'.repeat(40_000) }, /record is longer than 65535 bytes/],
    [{ verb: '\ud800' }, /verb has half of a surrogate pair/],
    [{ version: -1 }, /version/],
    [{ version: 2 ** 32 }, /version/],
    [{ digest: new Uint8Array(31) }, /digest has 31 bytes/],
  ])('refuses %o in words', (change, message) => {
    expect(() => encodeLine({ ...line, ...change })).toThrow(message);
  });

  it('takes texts of the full length', () => {
    const longest = { ...line, by: 'x'.repeat(65_535), record: '\u{10ffff}'.repeat(16_383) };
    expect(decode(encodeLine(longest))).toEqual(longest);
  });

  it('gives a leaf of RFC 6962', () => {
    expect(hex(lineLeaf(line))).toBe('3c358df8f3626e2873141b52b7aa175dd511eb0a14e918daf6b9fb0bb960d1de');
  });
});

describe('isInstant', () => {
  it('takes exactly what Date.toISOString writes', () => {
    expect(isInstant('2025-03-01T02:10:00.000Z')).toBe(true);
    for (const other of [
      '',
      '2025-03-01',
      '2025-03-01T02:10:00.000+00',
      '2025-03-01t02:10:00.000z',
      '2025-13-01T02:10:00.000Z',
    ])
      expect(isInstant(other), other).toBe(false);
  });
});

describe('canonical', () => {
  it('sorts members and writes numbers as RFC 8785 does', () => {
    // The example of RFC 8785 §3.2.2 and §3.2.3.
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('leaves out undefined members, so that absent and undefined are one content', () => {
    expect(canonical({ b: undefined, a: 1 })).toBe(canonical({ a: 1 }));
  });

  it.each([undefined, Number.NaN, '\ud800', { a: { b: Number.POSITIVE_INFINITY } }])('refuses %o', (value) => {
    expect(() => canonical(value)).toThrow();
  });
});

describe('contentDigest', () => {
  it('is SHA-256 over salt and text', () => {
    expect(hex(contentDigest(new Uint8Array(16).fill(1), '{"a":"é"}'))).toBe(
      'a11e541938f770be036e5152eb264ee59f6beaea1ba301daef8c4d4883a0ce25',
    );
  });

  it('refuses a salt of another length', () => {
    expect(() => contentDigest(new Uint8Array(8), '{}')).toThrow(/16 bytes; this one has 8/);
  });
});

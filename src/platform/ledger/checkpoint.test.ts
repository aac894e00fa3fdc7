import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCheckpoint, openNote, parseCheckpoint, signNote, verifyCheckpoint } from './checkpoint.ts';
import {
  CheckpointError,
  generateSigningKey,
  parsePublicKey,
  parseSigningKey,
  publicKeyText,
  signingKeyText,
} from './checkpoint-key.ts';

/** The example of golang.org/x/mod/sumdb/note, which the C2SP specification grew out of. Its secret is public. */
const GO_PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const GO_TEXT = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.
`;
const GO_NOTE = `${GO_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

const key = generateSigningKey('kinga.example.org/ledger');
const other = generateSigningKey('kinga.example.org/ledger');
const head = { size: 20_852, root: new Uint8Array(32).fill(9), at: '2025-03-01T07:30:00.000Z' };

describe('notes and keys', () => {
  it('are those of C2SP', () => {
    expect(openNote(GO_NOTE, [parsePublicKey(GO_PUBLIC)]).text).toBe(GO_TEXT);
    const secret = parseSigningKey(GO_SECRET);
    expect(publicKeyText(secret)).toBe(GO_PUBLIC);
    expect(signingKeyText(secret)).toBe(GO_SECRET);
    // Ed25519 signs the same text to the same bytes.
    expect(signNote(GO_TEXT, secret)).toBe(GO_NOTE);
  });

  it('come back from text as they were', () => {
    expect(publicKeyText(parsePublicKey(publicKeyText(key)))).toBe(publicKeyText(key));
    expect(signingKeyText(parseSigningKey(signingKeyText(key)))).toBe(signingKeyText(key));
  });

  it.each([
    ['PeterNeumann', /not an Ed25519 key of the form/],
    [GO_PUBLIC.replace('c74f20a3', 'c74f20a4'), /damaged: its hash says c74f20a4 and should be c74f20a3/],
    [GO_PUBLIC.replace('ARpc', 'ARpd'), /damaged/],
    [GO_PUBLIC.replace('ARpc', 'BRpc'), /not an Ed25519 key/],
    [GO_PUBLIC.replace('Peter', 'Peter '), /no name for a key/],
  ])('refuses the key %s', (text, message) => {
    expect(() => parsePublicKey(text)).toThrow(message);
  });

  it('never tells a secret in an error', () => {
    const damaged = GO_SECRET.replace('c74f20a3', '00000000');
    expect(() => parseSigningKey(damaged)).toThrow(expect.not.stringContaining('AYEKFAL'));
    expect(() => parseSigningKey(GO_SECRET.slice(4))).toThrow(expect.not.stringContaining('AYEKFAL'));
  });

  it('refuses names that the format cannot hold', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u2003b'])
      expect(() => generateSigningKey(name)).toThrow(CheckpointError);
  });
});

describe('a checkpoint', () => {
  it('says what it covers, in the lines of C2SP tlog-checkpoint', () => {
    const lines = makeCheckpoint(head, key).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'kinga.example.org/ledger',
      '20852',
      'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=',
      'at 2025-03-01T07:30:00.000Z',
      '',
    ]);
    expect(lines[5]).toMatch(/^— kinga\.example\.org\/ledger [A-Za-z0-9+/=]+$/);
  });

  it('is read back as it was made, checked and unchecked', () => {
    const note = makeCheckpoint(head, key);
    for (const read of [verifyCheckpoint(note, [key]), parseCheckpoint(note)]) {
      expect({ ...read, root: Uint8Array.from(read.root) }).toEqual({ ...head, origin: 'kinga.example.org/ledger' });
    }
  });

  it('holds after the key was changed, as long as one of its signers is known', () => {
    const [, signature = ''] = makeCheckpoint(head, other).split('\n\n');
    const both = makeCheckpoint(head, key) + signature;
    expect(verifyCheckpoint(both, [key]).size).toBe(20_852);
    expect(verifyCheckpoint(both, [other]).size).toBe(20_852);
    expect(verifyCheckpoint(both, [key, other]).size).toBe(20_852);
  });

  it('is refused when nobody known signed it', () => {
    const note = makeCheckpoint(head, other);
    expect(() => verifyCheckpoint(note, [key])).toThrow(/No known key signed this. It is signed by "kinga.example.org/);
  });

  it('is refused when a known key of another name signed it', () => {
    const text = makeCheckpoint(head, key).split('\n\n')[0];
    const stranger = generateSigningKey('example.org/other');
    expect(() => verifyCheckpoint(signNote(`${text}\n`, stranger), [stranger])).toThrow(
      /no key of that name signed it/,
    );
  });

  it('is refused when any character of it was changed', () => {
    const note = makeCheckpoint(head, key);
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (i, char) => {
        fc.pre(note[i] !== char);
        expect(() => verifyCheckpoint(note.slice(0, i) + char + note.slice(i + 1), [key])).toThrow(CheckpointError);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with a false signature of a known key beside a true one', () => {
    const [, signature = ''] = makeCheckpoint({ ...head, size: 1 }, other).split('\n\n');
    expect(() => verifyCheckpoint(makeCheckpoint(head, key) + signature, [key, other])).toThrow(
      /does not fit this text/,
    );
  });

  it.each([
    ['no signature', 'a\n1\nx\n', /needs a text, an empty line, and signatures/],
    ['line ends of Windows', makeCheckpoint(head, key).replaceAll('\n', '\r\n'), /line ends of Windows/],
    ['a size with a leading zero', signNote('a\n01\nx\n', key), /number of lines and is "01"/],
    ['a size beyond counting', signNote('a\n9999999999999999\nx\n', key), /number of lines/],
    ['a short root', signNote('a\n1\nAAAA\n', key), /root hash in base64 and is "AAAA"/],
    ['no time', signNote(`a\n1\n${Buffer.alloc(32).toString('base64')}\n`, key), /needs one line like "at/],
    ['too many signatures', `a\n\n${'— a AAAAAAAA\n'.repeat(101)}`, /101 signatures/],
    ['no signature line', 'a\n\nb\n', /not a signature: "b"/],
  ])('is refused with %s', (_, note, message) => {
    expect(() => parseCheckpoint(note)).toThrow(message);
  });

  it('cannot be made without sense', () => {
    expect(() => makeCheckpoint({ ...head, size: -1 }, key)).toThrow(/number of lines/);
    expect(() => makeCheckpoint({ ...head, at: 'now' }, key)).toThrow(/needs one line like/);
    expect(() => makeCheckpoint({ ...head, root: new Uint8Array(31) }, key)).toThrow(/root hash/);
  });
});

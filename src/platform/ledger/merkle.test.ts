import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  appendMany,
  decodeFrontier,
  EMPTY_ROOT,
  emptyFrontier,
  encodeFrontier,
  leafHash,
  root,
} from './merkle.ts';
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './merkle-proofs.ts';
import { completeTiles, hashReader, type ReadTileHashes, type Tile } from './merkle-tiles.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const unhex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const sha = (...parts: Uint8Array[]): Uint8Array => hash('sha256', Buffer.concat(parts), 'buffer');

/** RFC 6962 §2.1, as it stands there. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha();
  if (leaves.length === 1) return only;
  const k = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return sha(Uint8Array.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`line ${i}`)));
const LEAVES = leavesOf(600);
const read = (level: number, index: number): Uint8Array =>
  mth(LEAVES.slice(index * 2 ** level, (index + 1) * 2 ** level));
const rootAt = (size: number): Uint8Array => mth(LEAVES.slice(0, size));
/** One leaf is kept back, so that a larger tree exists. */
const size = fc.integer({ min: 1, max: 599 });

/** The eight leaves that every implementation of Certificate Transparency is tried with, and their roots. */
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('hashes and roots', () => {
  it('fit the vectors of Certificate Transparency', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(root(emptyFrontier()))).toBe(hex(EMPTY_ROOT));
    let frontier = emptyFrontier();
    for (const [i, data] of CT_LEAVES.entries()) {
      frontier = append(frontier, leafHash(unhex(data)));
      expect(hex(root(frontier))).toBe(CT_ROOTS[i]);
    }
  });

  it('are the same however the lines are cut into writes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 10 }), (cuts) => {
        let frontier = emptyFrontier();
        for (const cut of cuts) {
          const before = frontier;
          frontier = appendMany(frontier, LEAVES.slice(frontier.size, frontier.size + cut));
          expect(hex(root(before))).toBe(hex(rootAt(before.size)));
        }
        expect(hex(root(frontier))).toBe(hex(rootAt(frontier.size)));
      }),
    );
  });
});

describe('frontier in bytes', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (n) => {
        const frontier = appendMany(emptyFrontier(), LEAVES.slice(0, n));
        const back = decodeFrontier(encodeFrontier(frontier));
        expect(back.size).toBe(n);
        expect(back.peaks.map(hex)).toEqual(frontier.peaks.map(hex));
      }),
    );
  });

  it('works above 2^32 lines', () => {
    const peaks = LEAVES.slice(0, 3);
    const vast = { size: 2 ** 40 + 2 ** 32 + 1, peaks };
    const grown = append(decodeFrontier(encodeFrontier(vast)), leafHash(Buffer.of(1)));
    expect(grown.size).toBe(2 ** 40 + 2 ** 32 + 2);
    expect(grown.peaks).toHaveLength(3);
    expect(hex(root(grown))).not.toBe(hex(root(vast)));
  });

  it.each([
    ['no bytes', new Uint8Array(0), /at least 8 bytes/],
    [
      'a hash too few',
      encodeFrontier({ size: 3, peaks: LEAVES.slice(0, 1) }),
      /of 3 lines has 72 bytes; this one has 40/,
    ],
    ['a size beyond counting', new Uint8Array(8).fill(255), /above 2\^53/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decodeFrontier(bytes)).toThrow(message);
  });
});

describe('proofs', () => {
  it('fit the vectors of Certificate Transparency', async () => {
    const leaves = CT_LEAVES.map((data) => leafHash(unhex(data)));
    const node = (level: number, index: number): Uint8Array => mth(leaves.slice(index << level, (index + 1) << level));
    expect((await inclusionProof(8, 5, node)).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect((await consistencyProof(6, 8, node)).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect((await consistencyProof(2, 5, node)).map(hex)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('show a line to be in the tree, and no other line, place, size or root', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (n, pick, spoil) => {
        const index = pick % n;
        const leaf = read(0, index);
        const proof = await inclusionProof(n, index, read);
        expect(verifyInclusion(leaf, index, n, proof, rootAt(n))).toBe(true);
        expect(verifyInclusion(leafHash(leaf), index, n, proof, rootAt(n))).toBe(false);
        expect(verifyInclusion(leaf, index + 1, n, proof, rootAt(n))).toBe(false);
        expect(verifyInclusion(leaf, index, n, proof, rootAt(n + 1))).toBe(false);
        expect(verifyInclusion(leaf, index, n, [...proof, leaf], rootAt(n))).toBe(false);
        const changed = proof.map((h, i) => (i === spoil % proof.length ? leafHash(h) : h));
        if (n > 1) expect(verifyInclusion(leaf, index, n, changed, rootAt(n))).toBe(false);
        if (n > 1) expect(verifyInclusion(leaf, index, n, proof.slice(1), rootAt(n))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('show one tree to continue another, and no other tree', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (n, pick, spoil) => {
        const old = pick % (n + 1);
        const proof = await consistencyProof(old, n, read);
        const check = (p: Uint8Array[], oldRoot = rootAt(old), newRoot = rootAt(n)) =>
          verifyConsistency(old, oldRoot, n, newRoot, p);
        expect(check(proof)).toBe(true);
        expect(check(proof, leafHash(rootAt(old)))).toBe(false);
        expect(check([...proof, rootAt(old)])).toBe(false);
        if (old > 0) expect(check(proof, rootAt(old), leafHash(rootAt(n)))).toBe(false);
        const changed = proof.map((h, i) => (i === spoil % proof.length ? leafHash(h) : h));
        if (proof.length > 0) expect(check(changed)).toBe(false);
        if (proof.length > 0) expect(check(proof.slice(0, -1))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('are refused when a hash has another length, or numbers make no sense', () => {
    const leaf = read(0, 0);
    expect(verifyInclusion(leaf, 0, 2, [new Uint8Array(31)], rootAt(2))).toBe(false);
    expect(verifyConsistency(1, leaf, 2, rootAt(2), [new Uint8Array(31)])).toBe(false);
    expect(verifyInclusion(leaf, 1, 1, [], leaf)).toBe(false);
    expect(verifyInclusion(leaf, -1, 1, [], leaf)).toBe(false);
    expect(verifyConsistency(3, leaf, 2, leaf, [])).toBe(false);
    expect(verifyConsistency(0.5, leaf, 2, leaf, [])).toBe(false);
  });

  it('cannot be made for what is not there', async () => {
    await expect(inclusionProof(3, 3, read)).rejects.toThrow(/3 lines has no line at index 3/);
    await expect(consistencyProof(4, 3, read)).rejects.toThrow(/3 lines cannot begin with one of 4/);
  });

  it('have at most 1 kB at a million lines', async () => {
    const any = () => EMPTY_ROOT;
    for (const n of [1_000_000, 2 ** 20, 2 ** 20 - 1]) {
      for (const index of [0, 1, 524_287, 524_288, 777_777, n - 1]) {
        expect((await inclusionProof(n, index, any)).length * 32).toBeLessThanOrEqual(1000);
        expect((await consistencyProof(index + 1, n, any)).length * 32).toBeLessThanOrEqual(1000);
      }
    }
  });
});

describe('tiles', () => {
  const MANY = leavesOf(2 * 65_536 + 700);

  /** A store as the ledger keeps it: lines, and the tiles that are complete. */
  function store() {
    const lines: Uint8Array[] = [];
    const tiles = new Map<string, Tile>();
    const readTiles: ReadTileHashes = (level, from, count) => {
      const got = level === 0 ? lines.slice(from, from + count) : [];
      for (let i = from; level > 0 && i < from + count; i++) {
        const below = tiles.get(`${level - 1}/${i}`);
        if (below !== undefined) got.push(below.root);
      }
      return got;
    };
    const write = async (leaves: readonly Uint8Array[]) => {
      const made = await completeTiles(lines.length, leaves, readTiles);
      lines.push(...leaves);
      for (const tile of made) {
        const key = `${tile.level}/${tile.index}`;
        expect(tiles.has(key)).toBe(false);
        tiles.set(key, tile);
      }
    };
    return { lines, tiles, read: readTiles, write };
  }

  it('close once, when their last line comes, however the lines are cut into writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 8 }), async (cuts) => {
        const { lines, tiles, write } = store();
        for (const cut of cuts) await write(MANY.slice(lines.length, lines.length + cut));
        expect([...tiles.keys()]).toEqual(Array.from({ length: Math.floor(lines.length / 256) }, (_, i) => `0/${i}`));
        for (const { index, hashes, root } of tiles.values()) {
          const leaves = MANY.slice(index * 256, (index + 1) * 256);
          expect(hashes.length).toBe(8192);
          expect(hex(hashes)).toBe(hex(Buffer.concat(leaves)));
          expect(hex(root)).toBe(hex(mth(leaves)));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('carry every level, and proofs are read out of them', async () => {
    const { lines, tiles, read, write } = store();
    for (const cut of [65_000, 600, 65_472, 700]) await write(MANY.slice(lines.length, lines.length + cut));
    expect([...tiles.keys()].filter((key) => !key.startsWith('0/'))).toEqual(['1/0', '1/1']);
    const n = lines.length;
    const all = mth(lines);
    expect(hex(root(appendMany(emptyFrontier(), lines)))).toBe(hex(all));
    for (const index of [0, 65_535, 131_072, n - 1]) {
      const leaf = leafHash(Buffer.from(`line ${index}`));
      expect(verifyInclusion(leaf, index, n, await inclusionProof(n, index, hashReader(read)), all)).toBe(true);
      const old = mth(lines.slice(0, index + 1));
      const proof = await consistencyProof(index + 1, n, hashReader(read));
      expect(verifyConsistency(index + 1, old, n, all, proof)).toBe(true);
    }
  });

  it('say so when the store lacks something', async () => {
    const nothing: ReadTileHashes = () => [];
    await expect(completeTiles(255, LEAVES.slice(0, 1), nothing)).rejects.toThrow(/0 hashes of level 0 where 255/);
    await expect(inclusionProof(512, 0, hashReader(nothing))).rejects.toThrow(/gave 0 hashes where 1 were asked/);
  });
});

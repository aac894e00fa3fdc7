#!/usr/bin/env node
/** The command of the installed package: the compiled command line, on the pinned Node. */
import { fileURLToPath } from 'node:url';
import { FRUGAL, handOver, NO_NODE, pinnedNode } from './pinned-node.mjs';

const node = pinnedNode(import.meta.url);
if (node)
  handOver(node, [
    ...FRUGAL,
    fileURLToPath(new URL('../dist/cli/kinga.js', import.meta.url)),
    ...process.argv.slice(2),
  ]);
else {
  console.error(NO_NODE);
  process.exitCode = 1;
}

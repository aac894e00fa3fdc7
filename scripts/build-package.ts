/**
 * `dist/` for the package: Node strips no types below `node_modules`, so what is installed must be JavaScript. Each file
 * is turned on its own; whether the types are right is the business of `npm run check`. The pages are in `dist/web` already.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Compiles `src` to `dist` beside it, leaving `dist/web` alone. @throws when a file does not parse */
async function buildPackage(): Promise<number> {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.build.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const { rootDir, outDir } = options;
  if (!rootDir || !outDir || fileNames.length === 0) throw new Error('tsconfig.build.json names no sources.');
  await clean(outDir);
  const target = (file: string) => path.join(outDir, path.relative(rootDir, file));
  for (const file of fileNames) {
    const out = target(file).replace(/\.ts$/, '.js');
    await mkdir(path.dirname(out), { recursive: true });
    await writeFile(out, compile(file, await readFile(file, 'utf8'), options));
  }
  const data = (await readdir(rootDir, { recursive: true })).filter((file) => /\.(json|txt)$/.test(file));
  for (const file of data) await cp(path.join(rootDir, file), path.join(outDir, file));
  return fileNames.length;
}

function compile(file: string, source: string, compilerOptions: ts.CompilerOptions): string {
  const { outputText, diagnostics } = ts.transpileModule(source, {
    fileName: file,
    compilerOptions,
    reportDiagnostics: true,
  });
  const wrong = diagnostics?.[0];
  if (wrong) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`);
  // Imports are rewritten by the compiler; an address in a text is not, and would lead nowhere.
  const lost = /new URL\(\s*['"`][^'"`]+\.ts['"`]/.exec(outputText);
  if (lost) throw new Error(`${file} names a .ts file in ${lost[0]}…: the package has only .js files.`);
  return outputText;
}

async function clean(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const old = (await readdir(outDir)).filter((name) => name !== 'web');
  await Promise.all(old.map((name) => rm(path.join(outDir, name), { recursive: true })));
}

console.error(`Kinga: ${await buildPackage()} files compiled to dist.`);

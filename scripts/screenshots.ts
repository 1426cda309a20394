/**
 * `npm run screenshots [-- SCENE…] [--to DIR]`: pictures of named scenes, of the packaged extension in a real
 * VS Code, as DIR/SCENE.png (screenshots/ unless given).
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scenes, type Scene } from './scenes.ts';
import { repository, runMain, say, ScriptError } from './terminal.ts';
import { withPackagedExtension, withTemporaryFolder } from './vscode/index.ts';
import { buildAll, makePackage } from './vsix.ts';

await runMain(async () => {
  const { values, positionals } = readArguments();
  const target = resolve(
    process.env['INIT_CWD'] ?? process.cwd(),
    values.to ?? join(repository, 'screenshots'),
  );
  const chosen = (positionals.length > 0 ? positionals : Object.keys(scenes)).map(
    (name) => [name, find(name)] as const,
  );
  mkdirSync(target, { recursive: true });
  await buildAll();
  await withTemporaryFolder(async (temporary) => {
    const vsix = join(temporary, 'comgmt-lens.vsix');
    await makePackage(vsix);
    // Scenes may write, as notes are saved beside the logs.
    const folder = join(temporary, 'samples');
    cpSync(join(repository, 'samples'), folder, { recursive: true });
    for (const [name, scene] of chosen) {
      const path = join(target, `${name}.png`);
      const options = {
        folder,
        vsix,
        size: { width: 1280, height: 800 },
        settings: { 'editor.minimap.enabled': false, 'comgmtLens.noteAuthor': 'Ada' },
      };
      await withPackagedExtension(options, async (page) => {
        try {
          await scene(page);
        } finally {
          // Also of a scene that failed: the picture shows why.
          await page.screenshot({ path, animations: 'disabled' });
        }
      });
      say(relative(process.cwd(), path));
    }
  });
});

function readArguments(): { values: { to?: string | undefined }; positionals: string[] } {
  try {
    return parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } });
  } catch (error) {
    throw new ScriptError(`${error instanceof Error ? error.message : String(error)}\n${usage()}`, 2);
  }
}

function find(name: string): Scene {
  const scene = scenes[name];
  if (scene === undefined) throw new ScriptError(`There is no scene ${name}.\n${usage()}`, 2);
  return scene;
}

function usage(): string {
  return `Usage: npm run screenshots [-- SCENE…] [--to DIR]. Scenes: ${Object.keys(scenes).join(', ')}.`;
}

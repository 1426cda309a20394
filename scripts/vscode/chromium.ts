/** The browser that shows VS Code: the system's own, else the Chromium that is published on npm. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run, ScriptError } from '../terminal.ts';
import { installOnce, type Tool } from './npmFolder.ts';

export interface BrowserProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Finds a Chromium, Chrome or Edge; installs one from npm if there is none (Linux only). */
export async function findBrowser(): Promise<BrowserProgram> {
  const installed = systemBrowser();
  if (installed !== null) return { executablePath: installed, args: quiet, env: {} };
  if (process.platform !== 'linux')
    throw new ScriptError('No Chromium, Chrome or Edge found: install one of them.');
  return npmBrowser();
}

function systemBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...candidates, ...macApplications].find((path) => existsSync(path)) ?? null;
}

const npmChromium: Tool = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  purpose: 'a browser to show VS Code in, as this machine has none (about 70 MB, some ten seconds).',
  finish: unpack,
};

const unpackScript =
  'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';

async function unpack(folder: string): Promise<void> {
  const target = join(folder, 'unpacked');
  await mkdir(target);
  const outcome = await run(process.execPath, ['--input-type=module', '-e', unpackScript], {
    cwd: folder,
    // It unpacks into the temporary folder, and the libraries Chromium needs only where it takes the machine for
    // one of the cloud service that it was made for.
    env: { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  if (outcome.code !== 0 || !existsSync(join(target, 'chromium'))) {
    throw new ScriptError(`${outcome.output}\nThe Chromium from npm could not be unpacked.`);
  }
  await writeFile(join(target, 'fonts/fonts.conf'), fontConfiguration);
}

/** The system's fonts and the one in the package, whose own file looks for it elsewhere; without any the page is empty. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function npmBrowser(): Promise<BrowserProgram> {
  const unpacked = join(await installOnce(npmChromium), 'unpacked');
  const libraries = [join(unpacked, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(
    (path) => path !== '',
  );
  return {
    executablePath: join(unpacked, 'chromium'),
    args: [...quiet, '--headless=shell', '--single-process', '--no-zygote'],
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: join(unpacked, 'fonts') },
  };
}

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzip } from './unzip.ts';

const run = promisify(execFile);
const OFFICE_MS = 120_000;

/** Tools of the tests, and the packages of Debian in which they are. */
const PACKAGES = {
  soffice: 'libreoffice-writer-nogui',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
} as const;
type Tool = keyof typeof PACKAGES;

/** What is missing is a failure that says what to install, never a test that is left out. */
export function toolAt(tool: Tool, path = process.env['PATH'] ?? ''): string {
  const found = path.split(delimiter).find((folder) => folder !== '' && existsSync(join(folder, tool)));
  if (found === undefined) throw new Error(`${tool} is missing: apt-get install -y ${PACKAGES[tool]}`);
  return join(found, tool);
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-papers-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const onPdf = (tool: Tool, pdf: Buffer, ...args: readonly string[]): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const [options, rest] = [args.filter((arg) => arg !== '-'), args.includes('-') ? ['-'] : []];
    const { stdout } = await run(toolAt(tool), [...options, file, ...rest], { maxBuffer: 64 * 1_024 * 1_024 });
    return stdout;
  });

/** The text between the upper and the lower margin of an upright sheet, without page numbers. */
export const pdfText = (pdf: Buffer): Promise<string> =>
  onPdf('pdftotext', pdf, '-nopgbrk', '-x', '0', '-y', '50', '-W', '842', '-H', '740', '-');

export const pdfFonts = (pdf: Buffer): Promise<string> => onPdf('pdffonts', pdf);

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** A paragraph a line, as an office would show it. */
export function docxText(docx: Buffer): string {
  const document = unzip(docx).get('word/document.xml') ?? '';
  return [...document.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gsu)]
        .map(([, text]) => unescaped(text ?? ' '))
        .join(''),
    )
    .join('\n');
}

const TINOS = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/tinos', import.meta.url));

/** Offices have Times New Roman; here Tinos alone stands in for it, with its widths and all Vietnamese letters. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${TINOS}</dir>
  <cachedir>${join(folder, 'fonts')}</cachedir>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="same"><string>Tinos</string></edit>
  </match>
</fontconfig>`;

/** The files as LibreOffice prints them, with a home of its own for its settings. */
export const printedByOffice = (files: readonly Buffer[]): Promise<readonly Buffer[]> =>
  inFolder(async (folder) => {
    const names = files.map((_, at) => join(folder, `paper-${at}.docx`));
    names.forEach((name, at) => writeFileSync(name, files[at] ?? Buffer.alloc(0)));
    const fonts = join(folder, 'fonts.conf');
    writeFileSync(fonts, fontsIn(folder));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run(toolAt('soffice'), [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names], {
      env: { ...process.env, HOME: folder, FONTCONFIG_FILE: fonts },
      timeout: OFFICE_MS,
    });
    return names.map((name) => readFileSync(name.replace(/docx$/u, 'pdf')));
  });

import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What the compiler says of this source, were it a file of the folder that the project compiles. */
function complaints(project: string, file: string, source: string): readonly string[] {
  const { config } = ts.readConfigFile(project, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.', {}, project);
  const host = ts.createCompilerHost(options);
  const path = resolve(file);
  const probe = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023);
  const program = ts.createProgram([path], options, {
    ...host,
    fileExists: (name) => name === path || host.fileExists(name),
    getSourceFile: (name, ...rest) => (name === path ? probe : host.getSourceFile(name, ...rest)),
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const SOURCE = 'export const folder = process.cwd();\nexport const soon = setTimeout(() => folder, 1);';

test('[PRT15] shared/ cannot reach the process or a timer', () => {
  const found = complaints('tsconfig.shared.json', 'shared/probe.ts', SOURCE);
  expect(found).toHaveLength(2);
  expect(found[0]).toContain("Cannot find name 'process'");
  expect(found[1]).toContain("Cannot find name 'setTimeout'");
});

test('[PRT15] the same lines compile in server/', () => {
  expect(complaints('tsconfig.server.json', 'server/probe.ts', SOURCE)).toEqual([]);
});

import { loadContent } from '@luodi/language';
import { readContentFolder, versionOfFiles } from '@luodi/platform';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the machine’s own hash makes the version that the language makes', async () => {
  const files = await readContentFolder(fileURLToPath(new URL('town', import.meta.url)));
  const more = new Map([...files, ['documents/\u{20000}.policy.md', '补助，\u{1F600}']]);
  for (const each of [files, more, new Map<string, string>()])
    expect(versionOfFiles(each)).toBe(loadContent(each, 'measures').content.version);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { buildParserFile } from '@lezer/generator';

/** Writes the parser tables of `src/expression/expression.grammar` to `src/expression/generated`. */
const folder = new URL('../src/expression/', import.meta.url);
const warnings: string[] = [];
const { parser, terms } = buildParserFile(
  readFileSync(new URL('expression.grammar', folder), 'utf8'),
  {
    fileName: 'expression.grammar',
    moduleStyle: 'es',
    typeScript: true,
    warn: (message) => warnings.push(message),
  },
);
if (warnings.length > 0) throw new Error(warnings.join('\n'));
const banner = '// Generated from expression.grammar by `npm run grammar -w @luodi/language`.\n';
const body = parser.replace(/^\/\/ This file was generated.*\n/, '');
writeFileSync(new URL('generated/expression.parser.ts', folder), banner + body);
writeFileSync(
  new URL('generated/expression.terms.ts', folder),
  banner + terms.replace(/^\/\/ This file was generated.*\n/, ''),
);

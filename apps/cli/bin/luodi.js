#!/usr/bin/env node
// The packages are TypeScript without a build step. A bundle made of them on the first call starts several times faster than
// compiling on every call; where none can be made, the sources run as they are.
import { bundledProgram } from './bundle.js';

const program = await bundledProgram();
if (program === undefined) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../src/main.ts');
} else {
  await import(program);
}

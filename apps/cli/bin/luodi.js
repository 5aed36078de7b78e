#!/usr/bin/env node
// The packages are TypeScript without a build step, so the loader is registered before the first of them is imported.
import { register } from 'tsx/esm/api';

register();
await import('../src/main.ts');

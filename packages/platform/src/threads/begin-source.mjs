// Sources run as they are: the loader of TypeScript first, then the source that the thread is begun for.
import { register } from 'tsx/esm/api';

register();
// Plain JavaScript has no types here.
// oxlint-disable-next-line typescript/no-unsafe-member-access
await import(process.argv[2] ?? '');

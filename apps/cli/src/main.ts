import { Command } from 'commander';

await new Command('luodi')
  .description('落地 · policies as rules')
  .showHelpAfterError()
  .parseAsync();

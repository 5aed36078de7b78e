import { factImportPreviewResponse, factImportResponse } from '@luodi/server/contract';
import type {
  FactImportPreviewResponse,
  FactImportResponse,
  SheetMappingJson,
} from '@luodi/server/contract';
import { useCallback, useState } from 'react';
import { useCommand } from '../../session/use-command.ts';

/** What a table is imported with, besides its columns. */
export interface ImportSettings {
  readonly source: string;
  readonly year: number | undefined;
  readonly asOf: string;
  readonly addUnknown: boolean;
}

function formOf(
  file: File,
  { source, year, addUnknown }: ImportSettings,
  mapping: SheetMappingJson | undefined,
): FormData {
  const form = new FormData();
  form.set('file', file);
  form.set('source', source);
  form.set('addUnknown', String(addUnknown));
  if (year !== undefined) form.set('year', String(year));
  if (mapping !== undefined) form.set('mapping', JSON.stringify(mapping));
  return form;
}

/** One table on its way in: chosen, previewed as often as it takes, accepted. */
export function useFactImport() {
  const preview = useCommand(factImportPreviewResponse);
  const accept = useCommand(factImportResponse);
  const [file, setFile] = useState<File>();
  const [shown, setShown] = useState<FactImportPreviewResponse>();
  const [mapping, setMapping] = useState<SheetMappingJson>();
  const [accepted, setAccepted] = useState<FactImportResponse>();
  const { run: runPreview } = preview;
  const { run: runAccept } = accept;
  const look = useCallback(
    async (chosen: File, settings: ImportSettings, edited?: SheetMappingJson) => {
      setFile(chosen);
      setAccepted(undefined);
      if (edited === undefined) setShown(undefined);
      const done = await runPreview('/api/fact-imports/preview', formOf(chosen, settings, edited));
      if (done === undefined) return;
      setShown(done);
      setMapping(done.mapping);
    },
    [runPreview],
  );
  const take = useCallback(
    async (settings: ImportSettings) => {
      if (file === undefined) return;
      const form = formOf(file, settings, mapping);
      form.set('asOf', settings.asOf);
      setAccepted(await runAccept('/api/fact-imports', form));
    },
    [file, mapping, runAccept],
  );
  return {
    file,
    shown,
    mapping,
    setMapping,
    accepted,
    look,
    take,
    isLooking: preview.isRunning,
    isTaking: accept.isRunning,
    fault: preview.fault ?? accept.fault,
  };
}

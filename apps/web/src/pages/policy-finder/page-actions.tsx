import { CopyOutlined, FileExcelOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './page-actions.module.css';
import { useChangePageState, usePageState } from '../../state/page-state.ts';

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Print, Excel, and the link that reproduces the answer. */
export function PageActions({ version }: { readonly version: string }) {
  const texts = useTexts();
  const { facts, date, language } = usePageState();
  const change = useChangePageState();
  const { message } = App.useApp();
  const [exporting, setExporting] = useState(false);
  const exportExcel = async (): Promise<void> => {
    setExporting(true);
    try {
      const response = await fetch('/api/export/xlsx', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ facts, date: date.toString(), lang: language }),
      });
      if (!response.ok) throw new Error(`/api/export/xlsx: ${response.status}`);
      download(await response.blob(), `luodi-${date.toString()}.xlsx`);
    } catch {
      void message.error(texts.actions.exportFailed);
    } finally {
      setExporting(false);
    }
  };
  const copyLink = async (): Promise<void> => {
    const link = new URL(window.location.href);
    link.searchParams.set('date', date.toString());
    link.searchParams.set('v', version.slice(0, 12));
    try {
      await navigator.clipboard.writeText(link.toString());
      void message.success(texts.actions.copied);
    } catch {
      change({ date: date.toString(), version: version.slice(0, 12) });
      void message.info(texts.actions.linkInBar);
    }
  };
  return (
    <div className={`${styles.actions} no-print`}>
      <Button icon={<CopyOutlined />} onClick={() => void copyLink()}>
        {texts.actions.copyLink}
      </Button>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {texts.actions.print}
      </Button>
      <Button icon={<FileExcelOutlined />} loading={exporting} onClick={() => void exportExcel()}>
        {texts.actions.excel}
      </Button>
    </div>
  );
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fail, ok, parseDate } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { z } from 'zod';
import type { Receipt } from '../domain/receipt.ts';
import { fenOfYuan } from '../domain/yuan.ts';
import type { ReceiptFault } from './receipt-file.ts';

/** One element or several: XML does not tell a list of one from a value. */
function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === '') return [];
  const several: readonly unknown[] = Array.isArray(value) ? value : [value];
  return several;
}

const list = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(listed, z.array(schema));

const amount = z.object({ '#text': z.string(), '@Ccy': z.string() });
const details = z.object({
  Refs: z.object({ AcctSvcrRef: z.string().optional(), EndToEndId: z.string().optional() }),
  Amt: amount.optional(),
  RtrInf: z
    .object({
      Rsn: z.object({ Cd: z.string().optional(), Prtry: z.string().optional() }).optional(),
      AddtlInf: list(z.string()),
    })
    .optional(),
});
const notice = z.object({
  Amt: amount,
  ValDt: z.object({ Dt: z.string().optional(), DtTm: z.string().optional() }).optional(),
  BookgDt: z.object({ Dt: z.string().optional(), DtTm: z.string().optional() }).optional(),
  AcctSvcrRef: z.string().optional(),
  NtryDtls: list(z.object({ TxDtls: list(details) })),
});
const documentSchema = z.object({
  Document: z.object({
    BkToCstmrDbtCdtNtfctn: z.object({ Ntfctn: list(z.object({ Ntry: list(notice) })) }),
  }),
});

type Notice = z.infer<typeof notice>;
type Details = z.infer<typeof details>;

function dayOf({ ValDt, BookgDt }: Notice): string {
  return (ValDt?.Dt ?? ValDt?.DtTm ?? BookgDt?.Dt ?? BookgDt?.DtTm ?? '').slice(0, 10);
}

function reasonOf({ RtrInf }: Details): string | undefined {
  const words = [RtrInf?.Rsn?.Cd ?? RtrInf?.Rsn?.Prtry ?? '', ...(RtrInf?.AddtlInf ?? [])];
  return RtrInf === undefined ? undefined : words.filter((word) => word !== '').join(' ');
}

function receiptOf(row: number, of: Notice, one: Details): Result<Receipt, ReceiptFault> {
  const wrong = (field: keyof Receipt, found: string) =>
    fail<ReceiptFault>({ code: 'value_invalid', row, field, found });
  const { '#text': sum, '@Ccy': currency } = one.Amt ?? of.Amt;
  const fen = currency === 'CNY' ? fenOfYuan(sum) : undefined;
  if (fen === undefined) return wrong('fen', `${sum} ${currency}`);
  const valueDate = dayOf(of);
  if (parseDate(valueDate) === undefined) return wrong('valueDate', valueDate);
  const { EndToEndId: endToEndId = '', AcctSvcrRef: own } = one.Refs;
  if (endToEndId === '') return wrong('endToEndId', '');
  // A bank may number the whole entry only: then its details are told apart by what they answer to.
  const outcome = one.RtrInf === undefined ? 'paid' : 'returned';
  const reference = own ?? (of.AcctSvcrRef === undefined ? '' : `${of.AcctSvcrRef}/${endToEndId}`);
  if (reference === '') return wrong('reference', '');
  return ok({ reference, endToEndId, fen, outcome, reason: reasonOf(one), valueDate });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

/** What a parser says may name everything that it found. */
const longestFound = 120;

function notFile(found: string): Result<never, ReceiptFault> {
  const told = found.slice(0, longestFound);
  return fail({ code: 'not_a_receipt_file', row: 0, field: 'file', found: told });
}

/** The elements of a file; the parser throws where they are nested deeper than it goes. */
function parsed(text: string): Result<unknown, ReceiptFault> {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return notFile(valid.err.msg);
  try {
    const data: unknown = parser.parse(text);
    return ok(data);
  } catch (error) {
    return notFile(error instanceof Error ? error.message : String(error));
  }
}

/** Reads a bank's notices of debits and returns, ISO 20022 camt.054. A file that declares a document type is refused. */
export function readReceiptXml(text: string): Result<readonly Receipt[], ReceiptFault> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return notFile('DOCTYPE');
  const data = parsed(text);
  if (!data.ok) return data;
  const document = documentSchema.safeParse(data.value);
  if (!document.success) return notFile(document.error.issues[0]?.path.join('/') ?? '');
  const receipts: Receipt[] = [];
  let row = 0;
  for (const { Ntry } of document.data.Document.BkToCstmrDbtCdtNtfctn.Ntfctn)
    for (const one of Ntry) {
      row += 1;
      for (const { TxDtls } of one.NtryDtls)
        for (const each of TxDtls) {
          const receipt = receiptOf(row, one, each);
          if (!receipt.ok) return receipt;
          receipts.push(receipt.value);
        }
    }
  return ok(receipts);
}

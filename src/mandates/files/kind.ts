/** What a file is: by its first bytes, and by its name only where those leave it open. */
import { KingaError } from '../../platform/errors.ts';

/** `zip` is for the reader of Word files to look into. */
export type Container = 'text' | 'html' | 'zip' | 'pdf';

const HEAD = 65_536;
/** A PDF may have something before its mark. */
const PDF_WITHIN = 1_024;
const TAGS =
  /<\/?(?:a|b|i|p|br|em|hr|li|ol|td|tr|ul|div|font|body|head|html|meta|span|table|strong|center|title|h[1-6])\b[^<>]*>/gi;
/** A note may speak of a tag or two. */
const MANY_TAGS = 5;

/** @throws `unknown_document`, `locked_document` */
export function containerOf(bytes: Uint8Array, name: string): Container {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, PDF_WITHIN).includes('%PDF-')) return 'pdf';
  if (/^504b(?:0304|0506)/.test(buffer.toString('hex', 0, 4))) return 'zip';
  // Word's old files and its locked new ones share a container; only the locked ones have such a part.
  if (buffer.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1')
    throw new KingaError(buffer.includes('EncryptedPackage', 0, 'utf16le') ? 'locked_document' : 'unknown_document');
  // In UTF-16 every second byte of a tag is NUL.
  const head = buffer.toString('latin1', 0, HEAD).replaceAll('\0', '');
  if (isHtml(head, name)) return 'html';
  const isOther =
    /^(?:\xef\xbb\xbf)?\s*(?:\{\\rtf|<\?xml|MIME-Version:|From:.*\r?\n(?:.*\r?\n){0,9}MIME-Version:)/i.test(head);
  if (isOther) throw new KingaError('unknown_document');
  return 'text';
}

function isHtml(head: string, name: string): boolean {
  if (/^(?:\xef\xbb\xbf)?\s*(?:MIME-Version:|From:)/i.test(head)) return false;
  if (/<!doctype\s+html\b|<html[\s>]/i.test(head)) return true;
  const isXml = /^(?:\xef\xbb\xbf)?\s*<\?xml/.test(head);
  const tags = head.match(TAGS)?.length ?? 0;
  return !isXml && tags >= (/\.x?html?$/i.test(name) ? 1 : MANY_TAGS);
}

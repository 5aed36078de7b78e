/** The header that saves an answer under a name, which may be Chinese and may be anything that somebody typed (RFC 6266, RFC 8187). */
export function attachmentNamed(name: string): string {
  // A half of a character is no character, and these four are none of the header's own.
  const whole = name.replaceAll(/\p{Surrogate}/gu, '\u{fffd}');
  const encoded = encodeURIComponent(whole).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

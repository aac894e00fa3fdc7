/** A backup that cannot be made, or a file that cannot be restored: its message is a sentence for the operator. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

/** The attachments in one officer's open store: kept until the server has them and their report. */
import { MOST_FILE_BYTES, type KeptFile } from './entries.js';
import type { ContentRecord, FileRecord, Records } from './records.js';
import { seal, sealBytes, unseal, unsealBytes } from './seal.js';

/** Nothing was kept: together with what is there it would be more than a device may keep. */
export class FilesFullError extends Error {
  constructor(readonly keptBytes: number) {
    super(`${keptBytes} bytes of attachments are kept already`);
  }
}

export class VaultFiles {
  constructor(
    private readonly records: Records,
    private readonly key: CryptoKey,
    private readonly vaultId: string,
  ) {}

  async all(): Promise<KeptFile[]> {
    const records = await this.records.files(this.vaultId);
    const opened = await Promise.all(records.map((record) => this.#open(record)));
    return opened.filter((file) => file !== null);
  }

  /** @throws FilesFullError, VaultGoneError */
  async keep(file: KeptFile, content: ArrayBuffer): Promise<void> {
    const kept = (await this.records.files(this.vaultId)).reduce((sum, { bytes }) => sum + bytes, 0);
    if (kept + file.bytes > MOST_FILE_BYTES) throw new FilesFullError(kept);
    await this.records.putFile(await this.#seal(file), await this.#sealContent(file.id, content));
  }

  /** Null when it is not there, or was tampered with. */
  async read(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const content = await this.records.content(this.#keyOf(id));
    return content ? unsealBytes(this.key, content.sealed, contentPlace(content.key)) : null;
  }

  async uploaded(file: KeptFile): Promise<void> {
    await this.records.putFile(await this.#seal({ ...file, isUploaded: true }));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.records.removeFiles(ids.map((id) => this.#keyOf(id)));
  }

  async removeOf(reportId: string): Promise<void> {
    const own = (await this.all()).filter((file) => file.reportId === reportId);
    if (own.length > 0) await this.remove(own.map(({ id }) => id));
  }

  /** All of them, as they go into another store. */
  async resealed(other: VaultFiles): Promise<{ files: FileRecord[]; contents: ContentRecord[] }> {
    const [files, contents]: [FileRecord[], ContentRecord[]] = [[], []];
    for (const file of await this.all()) {
      const content = await this.read(file.id);
      if (!content) continue;
      files.push(await other.#seal(file));
      contents.push(await other.#sealContent(file.id, content));
    }
    return { files, contents };
  }

  #keyOf(id: string): string {
    return `${this.vaultId}/${id}`;
  }

  #open(record: FileRecord): Promise<KeptFile | null> {
    return unseal<KeptFile>(this.key, record.sealed, record.key);
  }

  async #seal(file: KeptFile): Promise<FileRecord> {
    const key = this.#keyOf(file.id);
    return { key, vaultId: this.vaultId, bytes: file.bytes, sealed: await seal(this.key, file, key) };
  }

  async #sealContent(id: string, content: BufferSource): Promise<ContentRecord> {
    const key = this.#keyOf(id);
    return { key, vaultId: this.vaultId, sealed: await sealBytes(this.key, content, contentPlace(key)) };
  }
}

/** Another one than that of the file's record: the one does not open as the other. */
const contentPlace = (key: string) => `${key}/content`;

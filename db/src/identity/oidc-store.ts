/** What the embedded OpenID Connect issuer has to remember: sessions, grants, codes, tokens, open sign-ins. */
import type { DataSource } from 'typeorm';
import { row } from '../kernel/rows.js';

/** An artefact as the issuer hands it over; opaque to us but for the keys it is found by. */
export type OidcPayload = Record<string, unknown> & {
  grantId?: string | undefined;
  userCode?: string | undefined;
  uid?: string | undefined;
};

export interface StoredArtefact {
  payload: OidcPayload;
  consumedAt: Date | null;
}

export class OidcStore {
  constructor(private readonly dataSource: DataSource) {}

  /** @param expiresIn seconds, or null for ever */
  async upsert(
    key: { kind: string; id: string },
    payload: OidcPayload,
    expiresIn: number | null,
  ): Promise<void> {
    await this.dataSource.query(
      `insert into identity.oidc_store (kind, id, payload, grant_id, user_code, uid, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')
       on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
         user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`,
      [
        key.kind,
        key.id,
        JSON.stringify(payload),
        payload.grantId ?? null,
        payload.userCode ?? null,
        payload.uid ?? null,
        expiresIn,
      ],
    );
  }

  find(kind: string, by: 'id' | 'uid' | 'user_code', value: string): Promise<StoredArtefact | null> {
    return row<StoredArtefact>(
      this.dataSource.manager,
      `select payload, consumed_at as "consumedAt" from identity.oidc_store
       where kind = $1 and ${by} = $2 and (expires_at is null or expires_at > now())`,
      [kind, value],
    );
  }

  async consume(kind: string, id: string): Promise<void> {
    await this.dataSource.query(
      'update identity.oidc_store set consumed_at = now() where kind = $1 and id = $2',
      [kind, id],
    );
  }

  async destroy(kind: string, id: string): Promise<void> {
    await this.dataSource.query('delete from identity.oidc_store where kind = $1 and id = $2', [kind, id]);
  }

  async revokeGrant(grantId: string): Promise<void> {
    await this.dataSource.query('delete from identity.oidc_store where grant_id = $1', [grantId]);
  }

  async forgetExpired(): Promise<void> {
    await this.dataSource.query(
      `delete from identity.oidc_store where expires_at < now() - interval '1 hour'`,
    );
  }
}

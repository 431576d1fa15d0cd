import type { OidcStore } from '@lampid/db/identity/oidc-store';
import { type OidcPayload } from '@lampid/db/identity/oidc-store';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** oidc-provider's storage contract over PostgreSQL; one adapter per kind of artefact. */
export function oidcAdapters(store: OidcStore): AdapterFactory {
  return (kind): Adapter => {
    const find = async (
      by: 'id' | 'uid' | 'user_code',
      value: string,
    ): Promise<AdapterPayload | undefined> => {
      const stored = await store.find(kind, by, value);
      if (!stored) return undefined;
      const consumed = stored.consumedAt ? { consumed: Math.floor(stored.consumedAt.getTime() / 1000) } : {};
      return { ...stored.payload, ...consumed } as AdapterPayload;
    };
    return {
      upsert: (id, payload, expiresIn) =>
        store.upsert({ kind, id }, payload as OidcPayload, expiresIn === undefined ? null : expiresIn),
      find: (id) => find('id', id),
      findByUid: (uid) => find('uid', uid),
      findByUserCode: (userCode) => find('user_code', userCode),
      consume: (id) => store.consume(kind, id),
      destroy: (id) => store.destroy(kind, id),
      revokeByGrantId: (grantId) => store.revokeGrant(grantId),
    };
  };
}

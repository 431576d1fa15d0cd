/** How a stranger checks a package, with nothing of ours: a script and its explanation, both in the package and both signed. */

export interface Authority {
  /** Subject of the authority's certificate. */
  subject: string;
  /** SHA-256 of the certificate, hex with colons, as `openssl x509 -fingerprint -sha256` prints it. */
  fingerprint: string;
  /** Where the office publishes it. */
  address: string;
}

/**
 * POSIX sh. The sums are signed, every file is in the sums, and nothing else lies in the folder. The system's own authorities are kept out:
 * a signature by anybody whom they know would do otherwise. Certificates end after some years, and evidence does not: they had to hold when it was signed.
 */
export const verifyScript = (signedAt: Date) => `#!/bin/sh
# Memeriksa paket bukti ini / checks this evidence package: sh verify.sh [AUTHORITY.pem]
# Perlu / needs: openssl, sha256sum (atau / or shasum), find, sort, cmp. Lihat / see VERIFY.md.
set -u
fail() { echo "GAGAL / FAILED: $1" >&2; exit 1; }
case "\${1:-}" in
  '') authority=authority.pem ;;
  /*) authority=$1 ;;
  *) authority=$(pwd)/$1 ;;
esac
cd "$(dirname "$0")" || fail 'folder'
if command -v sha256sum >/dev/null 2>&1; then sum='sha256sum'; else sum='shasum -a 256'; fi

SSL_CERT_FILE=/dev/null SSL_CERT_DIR=/dev/null openssl cms -verify -binary -inform DER -purpose any -attime ${seconds(signedAt)} \\
  -in SHA256SUMS.p7s -content SHA256SUMS -CAfile "$authority" -out /dev/null >/dev/null 2>&1 ||
  fail 'tanda tangan / signature: SHA256SUMS.p7s'
# Tidak semua byte dari tanda tangan ikut ditandatangani / not every byte of a signature file is itself signed.
$sum <SHA256SUMS.p7s | cmp -s - SHA256SUMS.p7s.sha256 || fail 'berkas tanda tangan berubah / the signature file was changed'
$sum -c SHA256SUMS >/dev/null 2>&1 || fail "berkas berubah atau hilang / a file was changed or is missing: $($sum -c SHA256SUMS 2>/dev/null | grep -v ': OK$')"
there=$(find . ! -type d | LC_ALL=C sort)
signed=$({ cut -c 67- SHA256SUMS; echo SHA256SUMS; echo SHA256SUMS.p7s; echo SHA256SUMS.p7s.sha256; } | sed 's|^|./|' | LC_ALL=C sort)
[ "$there" = "$signed" ] || fail 'ada berkas tambahan / a file was added'

echo 'UTUH / WHOLE: setiap berkas persis seperti ditandatangani / every file is exactly as it was signed.'
echo 'Bandingkan dengan sidik jari yang diumumkan kantor / compare with the fingerprint that the office publishes:'
openssl x509 -in "$authority" -noout -subject -fingerprint -sha256
`;

export function verifyGuide(evidence: {
  ticket: string;
  office: string;
  authority: Authority;
  signedAt: Date;
}): string {
  const { ticket, office, authority, signedAt } = evidence;
  return `# ${ticket}

## Indonesia

Paket bukti satu kasus pencatatan sipil dari ${office}. Periksa dengan satu perintah di folder ini:

    sh verify.sh

Perintah itu gagal bila satu byte pun berubah, atau bila ada berkas yang hilang atau ditambahkan. Yang diperlukan hanya openssl dan
sha256sum; tidak ada perangkat lunak kami. Tanpa memercayai skrip itu, bagian utamanya sama dengan:

    SSL_CERT_FILE=/dev/null SSL_CERT_DIR=/dev/null openssl cms -verify -binary -inform DER -purpose any -attime ${seconds(signedAt)} -in SHA256SUMS.p7s -content SHA256SUMS -CAfile authority.pem -out /dev/null && sha256sum -c SHA256SUMS

Siapa pun dapat menandatangani dengan kunci sendiri. Karena itu bandingkan sidik jari yang dicetak dengan yang diumumkan kantor di
${authority.address}, atau periksa terhadap berkas itu: \`sh verify.sh AUTHORITY.pem\`.

## English

The evidence of one case of civil registration of ${office}. Check it with one command in this folder:

    sh verify.sh

It fails when a single byte was changed, or when a file is missing or was added. All it needs is openssl and sha256sum; nothing of ours.
Without trusting the script, the heart of it is:

    SSL_CERT_FILE=/dev/null SSL_CERT_DIR=/dev/null openssl cms -verify -binary -inform DER -purpose any -attime ${seconds(signedAt)} -in SHA256SUMS.p7s -content SHA256SUMS -CAfile authority.pem -out /dev/null && sha256sum -c SHA256SUMS

Anybody can sign with a key of their own. So compare the fingerprint that is printed with the one that the office publishes at
${authority.address}, or check against that file: \`sh verify.sh AUTHORITY.pem\`.

## Otoritas / authority

    ${authority.subject.replaceAll('\n', ', ')}
    SHA-256 ${authority.fingerprint}
${authority.subject.includes('DEMO') ? '\nDEMO: otoritas ini tidak sah dan tidak membuktikan apa pun di luar demo / this authority is not valid and proves nothing outside of the demo.\n' : ''}
## Isi / contents

| berkas / file      | isi / what                                                                                             |
| ------------------ | ------------------------------------------------------------------------------------------------------ |
| \`case.json\`      | kasus, revisi, langkah, pencatatan dan pembatalannya, temuan dengan pasalnya, keputusan, percobaan, yang melihat / the case, its revisions, steps, registrations and their reversal, findings with their law, decisions, attempts, who looked |
| \`audit.json\`     | jejak audit / the audit trail                                                                          |
| \`documents.json\` | dokumen terbit dan lampiran dengan sidik SHA-256 / issued documents and attachments with their SHA-256 |
| \`models/\`        | model, tabel keputusan dan formulir dari versi yang dijalani / model, tables and forms of the version it ran in |
| \`office-keys/\`   | kunci publik penanda tangan dokumen / public keys that the documents are signed with                   |
| \`manifest.json\`  | siapa mengekspor, kapan, dan setiap berkas / who exported it, when, and every file                     |

Nomor NIK dan KK disamarkan, seperti yang dilihat auditor / NIK and KK numbers are masked, as the auditor sees them.
`;
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

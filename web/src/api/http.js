import { isGatewayFault, lineFound, lineLost } from './line.js';
import { ProblemError } from './problem.js';
const UNREACHABLE = {
    status: 0,
    title: { id: 'Server tidak dapat dihubungi', en: 'The server cannot be reached' },
    detail: {
        id: 'Periksa sambungan jaringan, lalu coba lagi. Isian Anda masih ada di halaman ini.',
        en: 'Check the network and try again. What you filled in is still on this page.',
    },
    errors: [],
};
export function withQuery(path, query = {}) {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
    if (pairs.length === 0)
        return path;
    return `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}
function asText(value, fallback) {
    if (typeof value === 'string' && value !== '')
        return { id: value, en: value };
    if (value && typeof value === 'object' && 'id' in value && 'en' in value)
        return value;
    return fallback;
}
/** Reads a problem document; anything else that failed (a proxy's page, no body) becomes a plain sentence, never raw text. */
export function problemFrom(status, body) {
    const source = (body && typeof body === 'object' ? body : {});
    const fallback = status >= 500
        ? { id: 'Terjadi gangguan pada server', en: 'The server is in trouble' }
        : { id: 'Permintaan tidak dapat diproses', en: 'The request could not be processed' };
    const items = Array.isArray(source['errors']) ? source['errors'] : [];
    return {
        status,
        type: typeof source['type'] === 'string' ? source['type'] : undefined,
        title: asText(source['titles'] ?? source['title'], fallback),
        detail: source['details'] || source['detail'] ? asText(source['details'] ?? source['detail'], fallback) : null,
        errors: items.map((item) => ({
            code: String(item['code'] ?? ''),
            field: typeof item['field'] === 'string' ? item['field'] : null,
            severity: item['severity'],
            message: asText(item['message'], fallback),
        })),
        traceId: typeof source['traceId'] === 'string' ? source['traceId'] : undefined,
    };
}
async function send(method, path, body, { query, headers, signal } = {}) {
    const isForm = body instanceof FormData;
    let response;
    try {
        response = await fetch(withQuery(path, query), {
            method,
            credentials: 'same-origin',
            headers: {
                accept: 'application/json',
                'x-requested-with': 'lampid-web',
                ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
                ...headers,
            },
            body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
            signal,
        });
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        lineLost();
        throw new ProblemError(UNREACHABLE);
    }
    if (!isGatewayFault(response.status))
        lineFound();
    if (response.status === 204)
        return undefined;
    const text = await response.text();
    let parsed;
    try {
        parsed = text === '' ? undefined : JSON.parse(text);
    }
    catch {
        parsed = undefined;
    }
    if (!response.ok)
        throw new ProblemError(problemFrom(response.status, parsed));
    return parsed;
}
export const http = {
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body, options) => send('POST', path, body, options),
    delete: (path) => send('DELETE', path, undefined),
    put: (path, body, options) => send('PUT', path, body, options),
};
/** The XML of a diagram and other plain texts. */
export async function getText(path, signal) {
    const response = await fetch(path, { credentials: 'same-origin', signal }).catch(() => null);
    if (!response)
        throw new ProblemError(UNREACHABLE);
    const text = await response.text();
    if (!response.ok) {
        let parsed;
        try {
            parsed = JSON.parse(text);
        }
        catch {
            parsed = undefined;
        }
        throw new ProblemError(problemFrom(response.status, parsed));
    }
    return text;
}
//# sourceMappingURL=http.js.map
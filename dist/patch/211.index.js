export const id = 211;
export const ids = [211];
export const modules = {

/***/ 5211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HttpAnswer: () => (/* reexport */ HttpAnswer),
  HttpClient: () => (/* reexport */ HttpClient),
  isLoopback: () => (/* reexport */ isLoopback),
  redactText: () => (/* reexport */ redactText),
  redactUrl: () => (/* reexport */ redactUrl)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/http/redact.js
/** `https://host:1/path`: without user, password, query and fragment, any of which may hold a secret. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
/** Text of a server, fit for a message: one line, 200 characters, no query strings, no bearer tokens. */
function redactText(text) {
    return text
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/(https?:\/\/[^\s?"']+)\?[^\s"']*/gi, '$1')
        .replace(/\b(bearer|basic)\s+\S+/gi, '$1 ***')
        .trim()
        .slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/http/answer.js


/** An answer whose body is still on the wire: read it, or discard it so that the connection can be used again. */
class HttpAnswer {
    status;
    headers;
    /** Where the answer came from, after redirects. */
    url;
    #what;
    #message;
    #signal;
    constructor(message, request) {
        this.status = message.statusCode ?? 0;
        this.headers = message.headers;
        this.url = request.url;
        this.#what = `${request.method} ${redactUrl(request.url)}`;
        this.#message = message;
        this.#signal = request.signal;
    }
    /** The first value of a header, or undefined. */
    header(name) {
        const value = this.headers[name];
        return Array.isArray(value) ? value[0] : value;
    }
    /** What Content-Length says, in bytes. */
    get declaredBytes() {
        const text = this.header('content-length');
        return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    }
    /** @throws IngotError `unreachable` when the connection is lost before the end, `timed-out` when it falls silent */
    async *stream() {
        let size = 0;
        try {
            for await (const chunk of this.#message) {
                size += chunk.length;
                yield chunk;
            }
        }
        catch (error) {
            this.#signal?.throwIfAborted();
            if (error instanceof errors/* IngotError */.se)
                throw error;
            const declared = this.declaredBytes;
            const of = declared === undefined ? '' : ` of ${declared}`;
            const why = `the connection was lost after ${size}${of} bytes (${(0,errors/* codeOf */.$N)(error) ?? String(error)})`;
            throw new errors/* IngotError */.se('unreachable', `${this.#what}: ${why}`, { cause: error });
        }
    }
    /** The whole body. @throws IngotError `size-exceeded`, at once when the length is declared */
    async bytes(maximumBytes) {
        const tooLong = () => {
            this.#message.destroy();
            return new errors/* IngotError */.se('size-exceeded', `${this.#what}: the answer is larger than ${maximumBytes} bytes`);
        };
        if ((this.declaredBytes ?? 0) > maximumBytes)
            throw tooLong();
        const chunks = [];
        let size = 0;
        for await (const chunk of this.stream()) {
            size += chunk.byteLength;
            if (size > maximumBytes)
                throw tooLong();
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    /** Lets go of the body: a short one is read away, so that the connection stays. */
    discard() {
        this.#message.on('error', () => { });
        if ((this.declaredBytes ?? 0) > 64 * 1024)
            this.#message.destroy();
        else
            this.#message.resume();
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/http/exchange.js




const connectionsPerHost = 16;
// Loaded when first used: a run that stays on disk does not pay for it. Connections are kept for the whole process.
const transports = new Map();
/**
 * One request and the head of its answer, over a kept connection.
 *
 * @param idleMilliseconds how long the connection may be silent, before the answer and while its body is read
 * @param sent called with the number of body bytes of each chunk
 */
async function exchange(request, idleMilliseconds, sent) {
    const { agent, request: open } = await transportOf(request.url.protocol);
    const { method, url, body, signal } = request;
    signal?.throwIfAborted();
    const length = body === undefined ? undefined : 'open' in body ? body.size : body.byteLength;
    const headers = {
        'user-agent': 'ingot',
        ...request.headers,
        ...(length !== undefined ? { 'content-length': `${length}` } : method === 'POST' && { 'content-length': '0' }),
    };
    return new Promise((resolve, reject) => {
        const outgoing = open(url, { method, headers, agent, ...(signal && { signal }) });
        let answering;
        outgoing.setTimeout(idleMilliseconds, () => (answering ?? outgoing).destroy(silence(request, idleMilliseconds)));
        outgoing.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
        outgoing.on('response', (message) => {
            answering = message;
            // Refused before the body was read: do not go on sending it.
            if ((message.statusCode ?? 0) >= 400)
                message.once('close', () => outgoing.writableFinished || outgoing.destroy());
            resolve(message);
        });
        if (body === undefined || !('open' in body)) {
            sent(length ?? 0);
            outgoing.end(body);
        }
        else {
            // A failure of the source reaches `error` above, through the request that it destroys.
            (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(counted(body.open(), sent)), outgoing).catch(reject);
        }
    });
}
async function* counted(source, sent) {
    for await (const chunk of source) {
        sent(chunk.byteLength);
        yield chunk;
    }
}
function transportOf(protocol) {
    let transport = transports.get(protocol);
    if (transport === undefined) {
        transport = loadTransport(protocol);
        transports.set(protocol, transport);
    }
    return transport;
}
async function loadTransport(protocol) {
    const options = { keepAlive: true, maxSockets: connectionsPerHost, scheduling: 'lifo' };
    if (protocol === 'https:') {
        const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19));
        return { agent: new Agent(options), request };
    }
    const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    return { agent: new Agent(options), request };
}
function silence(request, milliseconds) {
    const what = `${request.method} ${redactUrl(request.url)}`;
    return new errors/* IngotError */.se('timed-out', `${what}: no answer for ${milliseconds / 1000} s`);
}

;// CONCATENATED MODULE: ./lib/http/loopback.js
/** Whether a host name (as in `URL.hostname`) can only mean this machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./lib/http/request.js
function isIdempotent(request) {
    return request.idempotent ?? (request.method !== 'POST' && request.method !== 'PATCH');
}

;// CONCATENATED MODULE: ./lib/http/retry.js


const maximumDelayMilliseconds = 60_000;
const lostConnection = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EAI_AGAIN']);
const overloaded = new Set([429, 500, 502, 503, 504]);
/** Whether asking again may help. Too many requests (429) means not carried out, whatever the method. */
function isWorthRetrying(request, outcome) {
    if ('answer' in outcome) {
        const { status } = outcome.answer;
        return status === 429 || (overloaded.has(status) && isIdempotent(request));
    }
    return isIdempotent(request) && isLostConnection(outcome.error);
}
function isLostConnection(error) {
    if (error instanceof errors/* IngotError */.se && error.reason === 'timed-out')
        return true;
    const cause = error instanceof errors/* IngotError */.se ? error.cause : error;
    return lostConnection.has((0,errors/* codeOf */.$N)(cause) ?? '');
}
/**
 * How long to wait before the next attempt: what Retry-After asks for, else doubling with jitter. Undefined when the
 * server asks for more than a minute.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#field.retry-after
 */
function delayBefore(attempt, firstMilliseconds, retryAfter) {
    const asked = retryAfter === undefined ? undefined : readRetryAfter(retryAfter, Date.now());
    if (asked !== undefined)
        return asked > maximumDelayMilliseconds ? undefined : asked;
    return firstMilliseconds * 2 ** attempt * (0.5 + Math.random());
}
function readRetryAfter(text, now) {
    if (/^\d{1,9}$/.test(text.trim()))
        return Number(text) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lib/http/client.js







const maximumRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/**
 * HTTP as the rooms need it: kept connections, bounded time and size, retries where they do no harm, redirects that
 * never take credentials elsewhere. Any status is an answer; only what never got one throws.
 */
class HttpClient {
    /** So far: requests made (retries and redirects count) and body bytes sent. */
    traffic = { requests: 0, bytesSent: 0 };
    #options;
    constructor(options = {}) {
        this.#options = { idleMilliseconds: 60_000, retries: 3, firstDelayMilliseconds: 200, insecureHosts: [], ...options };
    }
    /** @throws IngotError `unreachable`, `timed-out`; whatever the body's source or the signal throws */
    send(request) {
        return this.exchange(request, async (answer) => answer);
    }
    /** Sends and reads in one: a connection that is lost while `read` runs counts as an attempt, and both are done again. */
    async exchange(request, read) {
        for (let attempt = 0;; attempt += 1) {
            const isLast = attempt === this.#options.retries;
            let retryAfter;
            try {
                const answer = await this.#follow(request);
                const delay = this.#delay(attempt, answer.header('retry-after'));
                if (isLast || delay === undefined || !isWorthRetrying(request, { answer }))
                    return await read(answer);
                retryAfter = answer.header('retry-after');
                answer.discard();
            }
            catch (error) {
                request.signal?.throwIfAborted();
                if (isLast || !isWorthRetrying(request, { error }))
                    throw named(request, error);
            }
            await (0,promises_.setTimeout)(this.#delay(attempt, retryAfter), undefined, request.signal && { signal: request.signal });
        }
    }
    #delay(attempt, retryAfter) {
        return delayBefore(attempt, this.#options.firstDelayMilliseconds, retryAfter);
    }
    async #follow(request) {
        let current = request;
        for (let hops = 0; hops <= maximumRedirects; hops += 1) {
            this.traffic.requests += 1;
            const message = await exchange(current, this.#options.idleMilliseconds, (bytes) => {
                this.traffic.bytesSent += bytes;
            });
            const answer = new HttpAnswer(message, current);
            const next = this.#redirected(current, answer);
            if (next === undefined)
                return answer;
            answer.discard();
            current = next;
        }
        const what = `${request.method} ${redactUrl(request.url)}`;
        throw new errors/* IngotError */.se('unreachable', `${what}: redirected more than ${maximumRedirects} times, last to ${redactUrl(current.url)}`);
    }
    #redirected(request, answer) {
        const location = answer.header('location');
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        // 301 to 303 turn a write into a read, which is never what a caller of ours means.
        if (location === undefined || !redirects.has(answer.status) || (!isRead && answer.status < 307))
            return undefined;
        const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol) || this.#isDowngrade(request.url, url)) {
            const what = `${request.method} ${redactUrl(request.url)}`;
            answer.discard();
            throw new errors/* IngotError */.se('unreachable', `${what}: redirected to ${url ? redactUrl(url) : 'nowhere'}, which is not safe to follow`);
        }
        if (url.origin === request.url.origin)
            return { ...request, url };
        const { authorization: _, ...headers } = request.headers ?? {};
        return { ...request, url, headers };
    }
    #isDowngrade(from, to) {
        if (from.protocol !== 'https:' || to.protocol === 'https:')
            return false;
        const { insecureHosts } = this.#options;
        return !isLoopback(to.hostname) && !insecureHosts.includes(to.host) && !insecureHosts.includes(to.hostname);
    }
}
function named(request, error) {
    const code = (0,errors/* codeOf */.$N)(error);
    if (error instanceof errors/* IngotError */.se || code === undefined)
        return error;
    const what = `${request.method} ${redactUrl(request.url)}`;
    const advice = adviceFor(code);
    return new errors/* IngotError */.se('unreachable', `${what}: ${explain(code, request.url)}`, {
        cause: error,
        ...(advice && { advice }),
    });
}
function explain(code, url) {
    if (code === 'ECONNREFUSED')
        return `nothing listens at ${url.host}`;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `the name ${url.hostname} cannot be resolved`;
    if (code === 'ECONNRESET' || code === 'EPIPE')
        return `${url.host} closed the connection`;
    if (code.includes('CERT') || code.includes('SELF_SIGNED') || code.includes('SIGNATURE')) {
        return `the certificate of ${url.host} is not trusted (${code})`;
    }
    return code;
}
function adviceFor(code) {
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
        return 'Check the name and port, and that it can be reached from this machine';
    if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
        return 'The server may speak plain HTTP: allow it with --insecure-registry';
    }
    if (code.includes('CERT') || code.includes('SELF_SIGNED')) {
        return 'Name the certificate authority in a file with NODE_EXTRA_CA_CERTS';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/http/index.js






/***/ })

};

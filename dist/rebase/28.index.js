export const id = 28;
export const ids = [28];
export const modules = {

/***/ 5028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TunnelAgent: () => (/* binding */ TunnelAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);




const patienceMilliseconds = 30_000;
/**
 * TLS connections through a proxy: CONNECT, then the handshake with the server itself, whose certificate is checked as on
 * a direct connection. The proxy sees host and port, nothing else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#name-connect
 */
class TunnelAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    #proxy;
    constructor(proxy, options) {
        super(options);
        this.#proxy = proxy;
    }
    createConnection(options, done) {
        const fail = (error) => done(error, undefined);
        const authority = `${options.host?.includes(':') ? `[${options.host}]` : options.host}:${options.port ?? 443}`;
        this.#connect(authority).then((socket) => {
            const servername = options.servername ?? options.host;
            const secure = (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({ ...options, socket, ...(servername && { servername }) });
            secure.once('error', fail);
            secure.once('secureConnect', () => {
                secure.off('error', fail);
                done(null, secure);
            });
        }, fail);
    }
    #connect(authority) {
        const { url, authorization } = this.#proxy;
        const headers = { host: authority, ...(authorization !== undefined && { 'proxy-authorization': authorization }) };
        const request = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        return new Promise((resolve, reject) => {
            const asking = request(url, { method: 'CONNECT', path: authority, headers, agent: false });
            asking.setTimeout(patienceMilliseconds, () => asking.destroy(this.#failed(authority, 'no answer')));
            asking.once('connect', (answer, socket) => {
                asking.setTimeout(0);
                if (answer.statusCode === 200)
                    return resolve(socket);
                socket.destroy();
                reject(this.#failed(authority, `it answered ${answer.statusCode}`, answer.statusCode));
            });
            asking.once('response', (answer) => {
                answer.destroy();
                reject(this.#failed(authority, `it answered ${answer.statusCode}`, answer.statusCode));
            });
            asking.once('error', (error) => reject(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IngotError */ .se ? error : this.#failed(authority, error.message)));
            asking.end();
        });
    }
    #failed(authority, why, status) {
        const login = 'Put user and password into HTTPS_PROXY (http://USER:PASSWORD@HOST:PORT)';
        const advice = status === 407 ? login : 'Check HTTPS_PROXY, or list the host in NO_PROXY';
        const message = `The proxy ${this.#proxy.url.host} makes no connection to ${authority}: ${why}`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .IngotError */ .se('unreachable', message, { advice });
    }
}


/***/ })

};

export const id = 3350;
export const ids = [3350];
export const modules = {

/***/ 3350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  playDemo: () => (/* binding */ playDemo),
  shown: () => (/* binding */ shown)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(17535);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(23940);
// EXTERNAL MODULE: ./lib/promote/index.js + 22 modules
var promote = __webpack_require__(84437);
// EXTERNAL MODULE: ./lib/registry/index.js + 9 modules
var registry = __webpack_require__(2060);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/demo/material.js



/** Everything that the story is told with, written into the workspace as a team would have it in its repositories. */
async function writeFiles(root, files) {
    for (const [path, content] of Object.entries(files)) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, path), content);
    }
}
/** A golden base: who it is, what is installed on it, and some megabytes of runtime that a rebase need not move. */
function goldenBase(opensslVersion) {
    return {
        'etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
        'etc/passwd': 'root:x:0:0:root:/root:/usr/sbin/nologin\napp:x:10001:10001:app:/nonexistent:/usr/sbin/nologin\n',
        'etc/group': 'root:x:0:\napp:x:10001:\n',
        'var/lib/dpkg/status': [
            dpkg('base-files', '12.4+deb12u12'),
            dpkg('ca-certificates', '20230311+deb12u1'),
            dpkg('libssl3', opensslVersion, 'openssl'),
            dpkg('tzdata', '2026a-0+deb12u1'),
            dpkg('zlib1g', '1:1.2.13.dfsg-1', 'zlib'),
        ].join('\n'),
        'usr/lib/x86_64-linux-gnu/libssl.so.3': noise(`libssl ${opensslVersion}`, 768 * 1024),
        'usr/lib/runtime/core.bin': noise('runtime', 6 * 1024 * 1024),
    };
}
/** A small HTTP service in plain JavaScript. */
function service({ version, wrongEvery, dependencies }) {
    const vendored = Object.entries(dependencies).map(([name, installed]) => [
        `node_modules/${name}/package.json`,
        `${JSON.stringify({ name, version: installed, license: 'MIT', main: 'index.js' }, null, 2)}\n`,
    ]);
    return {
        'package.json': `${JSON.stringify({ name: 'shop', version, private: true, type: 'module', dependencies }, null, 2)}\n`,
        'server.js': serverSource(version, wrongEvery),
        ...Object.fromEntries(vendored),
    };
}
function serverSource(version, wrongEvery) {
    return `import { createServer } from 'node:http'

const version = process.env.INGOT_VERSION ?? ${JSON.stringify(version)}
let answered = 0

const server = createServer((request, response) => {
  response.setHeader('x-version', version)
  if (request.url === '/healthz') return response.end('ok\\n')
  answered++
  ${wrongEvery > 0 ? `if (answered % ${wrongEvery} === 0) {\n    response.statusCode = 500\n    return response.end('out of stock, out of luck\\n')\n  }\n  ` : ''}response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ shop: 'open', version, path: request.url }) + '\\n')
})

server.listen(Number(process.env.PORT ?? 8080))
process.once('SIGTERM', () => server.close(() => process.exit(0)))
`;
}
/** Advisories in OSV's form. They are made up, and say so in their ids. */
const advisories = {
    tinyTemplate: {
        schema_version: '1.6.0',
        id: 'DEMO-2026-0004',
        modified: '2026-09-01T00:00:00Z',
        published: '2026-09-01T00:00:00Z',
        summary: 'tiny-template runs code from a template (made up for this demo)',
        affected: [
            {
                package: { ecosystem: 'npm', name: 'tiny-template' },
                ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.4.2' }] }],
            },
        ],
        database_specific: { severity: 'CRITICAL' },
    },
    openssl: {
        schema_version: '1.6.0',
        id: 'DEMO-2026-0007',
        modified: '2026-10-01T00:00:00Z',
        published: '2026-10-01T00:00:00Z',
        summary: 'openssl reads past the end of a handshake (made up for this demo)',
        affected: [
            {
                package: { ecosystem: 'Debian:12', name: 'openssl' },
                ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '3.0.17-1~deb12u3' }] }],
            },
        ],
        database_specific: { severity: 'HIGH' },
    },
};
function ingotYml(port) {
    return `app: shop
image: oci:registry/shop
validate:
  - file: {path: /app/server.js, mode: "0644", owner: "0:0"}
  - metadata: {user: "10001", entrypoint: [node, /app/server.js]}
  - setuid: {}
  - size: {maximum: 50MB}
  - http: {path: /healthz, status: 200}
scan:
  engines: [osv]
  advisories: advisories
  fail-on: {severity: high, fixable-only: true}
verify:
  key: keys/release.pub
ledger: ledger.git
environments:
  production:
    target: {kind: process, directory: production, port: ${port}, health-path: /healthz}
    strategy: {canary: {steps: [10, 50], every: 1s}}
    metrics:
      - {name: errors, kind: ratio}
      - {name: latency, kind: histogram, max-ratio: 1.5}
    deadline: 60s
`;
}
const policyYml = `bases:
  - repository: oci:registry/golden
    key: keys/golden.pub
gate: {severity: high, fixable-only: true}
require: [signature, provenance, sbom, vulns, test-result]
`;
function dpkg(name, version, source) {
    return `${[
        `Package: ${name}`,
        'Status: install ok installed',
        ...(source === undefined ? [] : [`Source: ${source}`]),
        'Architecture: amd64',
        `Version: ${version}`,
        `Description: ${name}`,
    ].join('\n')}\n`;
}
/** Bytes that do not compress, the same on every machine. */
function noise(seed, length) {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) => (0,external_node_crypto_.createHash)('sha256').update(`${seed}${i}`).digest());
    return Buffer.concat(blocks, length);
}

;// CONCATENATED MODULE: ./lib/demo/report.js


/** Everything that happened, one line an event. */
function closingTable(events) {
    const rows = events.map(({ subject, what, detail, seconds }) => [subject, what, detail, time(seconds)]);
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const line = (row) => row.map((cell, i) => (i === 3 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('   ');
    return rows.map((row) => `  ${line(row)}`).join('\n');
}
/** One markdown page: the table, then what each step wrote for the job summary. */
async function writeSummary(stage, seconds) {
    const rows = stage.events.map((event) => `| ${event.subject} | ${event.what} | ${event.detail} | ${time(event.seconds)} |`);
    const table = `| what | happened | | time |\n|---|---|---|--:|\n${rows.join('\n')}\n`;
    const file = (0,external_node_path_.join)(stage.workspace, 'summary.md');
    await (0,promises_.writeFile)(file, `# Ingot demo\n\n${seconds.toFixed(1)} s in all.\n\n${table}\n${stage.summaries.join('\n')}`);
    return file;
}
function time(seconds) {
    return seconds > 0 ? `${seconds.toFixed(seconds < 10 ? 2 : 1)} s` : '';
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/demo/step.js




/**
 * Runs one action exactly as GitHub's runner does: its committed bundle in a process of its own, inputs in the
 * environment, outputs and summary in files that it names. Nothing of the caller's environment reaches it but PATH.
 */
async function runStep(action, inputs, options) {
    const files = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-step-'));
    const [outputFile, summaryFile] = [(0,external_node_path_.join)(files, 'output'), (0,external_node_path_.join)(files, 'summary')];
    await Promise.all([(0,promises_.writeFile)(outputFile, ''), (0,promises_.writeFile)(summaryFile, '')]);
    const began = performance.now();
    try {
        const { exitCode, error } = await start(action, { ...options, inputs, outputFile, summaryFile });
        const seconds = (performance.now() - began) / 1_000;
        const [output, summary] = await Promise.all([(0,promises_.readFile)(outputFile, 'utf8'), (0,promises_.readFile)(summaryFile, 'utf8')]);
        return { exitCode, outputs: parseOutputs(output), summary, error, seconds };
    }
    finally {
        await (0,promises_.rm)(files, { recursive: true, force: true });
    }
}
function start(action, options) {
    const child = (0,external_node_child_process_.spawn)(process.execPath, [(0,external_node_path_.join)(options.bundles, action, 'index.js')], {
        cwd: options.workspace,
        stdio: ['ignore', 'pipe', 'pipe'],
        signal: options.signal,
        env: {
            ...(process.env.PATH !== undefined && { PATH: process.env.PATH }),
            GITHUB_OUTPUT: options.outputFile,
            GITHUB_STEP_SUMMARY: options.summaryFile,
            // One moment for every build, so that the same story gives the same digests on every machine.
            SOURCE_DATE_EPOCH: '1790000000',
            ...environmentOf(options.inputs),
        },
    });
    let error = '';
    const read = lines((line) => {
        const annotation = /^::(error|warning)::(.*)$/.exec(line);
        if (annotation?.[1] === 'error')
            error = unescapeData(annotation[2] ?? '');
        else
            options.onLine(annotation ? `warning: ${unescapeData(annotation[2] ?? '')}` : line);
    });
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', lines(options.onLine));
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code) => resolve({ exitCode: (code ?? 3), error }));
    });
}
function environmentOf(inputs) {
    const entries = Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        Array.isArray(value) ? value.join('\n') : String(value),
    ]);
    return Object.fromEntries(entries);
}
/** `name<<delimiter`, the value's lines, the delimiter. */
function parseOutputs(text) {
    const entries = [...text.matchAll(/^([^\n<]+)<<([^\n]+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
        name,
        value,
    ]);
    return Object.fromEntries(entries);
}
function unescapeData(text) {
    return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}
function lines(onLine) {
    let rest = '';
    return (chunk) => {
        const parts = (rest + chunk).split('\n');
        rest = parts.pop() ?? '';
        for (const part of parts)
            if (part.trim() !== '')
                onLine(part);
    };
}

;// CONCATENATED MODULE: ./lib/demo/stage.js






const marker = '.ingot-demo';
/** Actions whose log is the story; of the others the last line is shown, and `log.txt` has the rest. */
const told = new Set(['promote', 'rollback', 'patch', 'rebase']);
function setStage(workspace, bundles, job) {
    const events = [];
    const summaries = [];
    const { style, live } = look(job);
    const stage = {
        workspace,
        events,
        summaries,
        traffic: undefined,
        chapter: (title) => {
            summaries.push(`\n## ${title}\n`);
            job.log(`\n${style(1, title)}`);
        },
        say: (line) => job.log(`  ${line}`),
        record: (event) => events.push(event),
        expect: (holds, what) => {
            if (!holds)
                throw new errors/* IngotError */.se('expectation-failed', `The demo expected that ${what}, and it was not so`);
        },
        run: async (action, inputs) => {
            const bar = stage.traffic && watch(stage.traffic, job, live);
            const { signal } = job;
            const lines = [];
            const onLine = (line) => {
                lines.push(line);
                if (told.has(action))
                    job.log(`    ${style(2, abridged(line))}`);
            };
            try {
                const result = await runStep(action, inputs, { bundles, workspace, signal, onLine });
                if (!told.has(action) && result.exitCode === 0) {
                    job.log(`    ${action.padEnd(9)} ${style(2, abridged(lines.at(-1) ?? ''))}`);
                }
                summaries.push(result.summary);
                return result;
            }
            finally {
                bar?.stop();
                const entry = [`=== ${action}`, ...lines].join('\n');
                await (0,promises_.appendFile)((0,external_node_path_.join)(workspace, 'log.txt'), `${entry}\n`);
            }
        },
        succeed: async (action, inputs) => {
            const result = await stage.run(action, inputs);
            if (result.exitCode !== 0)
                job.log(`  ${style(31, '✘')} ${action}: ${result.error}`);
            stage.expect(result.exitCode === 0, `${action} succeeds`);
            return result;
        },
        refuse: async (action, inputs, exitCode, words) => {
            const result = await stage.run(action, inputs);
            const [message = '', ...advice] = result.error.split('\n');
            job.log(`  ${style(33, '✘')} ${action} refused (exit ${result.exitCode}): ${message}`);
            for (const line of advice)
                job.log(`      ${line}`);
            stage.expect(result.exitCode === exitCode, `${action} ends with exit code ${exitCode}`);
            stage.expect(words.test(result.error), `the message of ${action} says ${words.source}`);
            return result;
        },
    };
    return stage;
}
/** Digests as people read them: the first twelve digits. */
function abridged(line) {
    return line.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
}
/**
 * An empty folder of our own: what an earlier demo left is replaced, anything else is left alone.
 *
 * @param stop ends what an earlier demo may have left serving from there
 */
async function prepareWorkspace(workspace, stop) {
    if ((0,external_node_fs_.existsSync)(workspace)) {
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, marker))) {
            throw new errors/* IngotError */.se('invalid-input', `${workspace} exists and was not made by the demo`, {
                advice: 'Name another folder with --directory',
            });
        }
        await stop();
        await (0,promises_.rm)(workspace, { recursive: true });
    }
    await (0,promises_.mkdir)(workspace, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(workspace, marker), 'Made by ingot demo; the next demo replaces this folder.\n');
}
/** A loopback port that is free now. */
function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
        });
    });
}
/** The traffic bar: four times a second in a terminal, a line a second elsewhere. */
function watch(traffic, job, live) {
    traffic.lap();
    const interval = live ? 250 : 1_000;
    const timer = setInterval(() => {
        const seen = traffic.lap();
        if (seen.requests > 0)
            job.progress(`    ${bar(seen, interval)}`);
    }, interval);
    return { stop: () => clearInterval(timer) };
}
/** `▕██████████████████░░▏ 400 req/s  1.0.0 90 %  2.0.0 10 %  0 wrong  0 dropped` */
function bar(seen, intervalMilliseconds) {
    const versions = Object.entries(seen.byVersion).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    const answered = versions.reduce((sum, [, count]) => sum + count, 0);
    const cells = 20;
    const old = Math.round((cells * (versions[0]?.[1] ?? 0)) / Math.max(1, answered));
    const shares = versions.map(([version, count]) => `${version} ${Math.round((100 * count) / Math.max(1, answered))} %`);
    const wrong = Object.values(seen.bad).reduce((sum, count) => sum + count, 0);
    const pace = Math.round((seen.requests * 1_000) / intervalMilliseconds);
    return `▕${'█'.repeat(old)}${'░'.repeat(cells - old)}▏ ${pace} req/s  ${shares.join('  ')}  ${wrong} wrong  ${seen.dropped} dropped`;
}
function look({ env }) {
    const live = process.stderr.isTTY === true;
    const colours = live && !env.NO_COLOR;
    return { live, style: (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text) };
}

// EXTERNAL MODULE: ./lib/ledger/index.js + 8 modules
var lib_ledger = __webpack_require__(94681);
// EXTERNAL MODULE: ./lib/sign/index.js + 9 modules
var sign = __webpack_require__(7788);
;// CONCATENATED MODULE: ./lib/demo/story.js






const app = 'shop';
const environment = 'production';
const harmless = { 'tiny-template': '1.4.2' };
/** Keys, a signed golden base, the ledger, the policy: what a platform team provides. */
async function makeGround(stage, port) {
    stage.chapter('1  A golden base, a ledger, a registry');
    const [golden, release] = [(0,sign.generateKeyPair)(), (0,sign.generateKeyPair)()];
    await writeFiles(stage.workspace, {
        'keys/golden.pub': golden.publicKey,
        'keys/release.pub': release.publicKey,
        'ingot.yml': ingotYml(port),
        'policy.yml': policyYml,
        'advisories/snapshot.json': `{"date": "${new Date().toISOString().slice(0, 10)}"}\n`,
        'advisories/DEMO-2026-0004.json': JSON.stringify(advisories.tinyTemplate),
    });
    await writePrivateKey(stage, 'keys/golden.key', golden.privateKey);
    await writePrivateKey(stage, 'keys/release.key', release.privateKey);
    await (0,lib_ledger/* createLedger */.M5)((0,external_node_path_.join)(stage.workspace, 'ledger.git'));
    stage.say('ledger    ledger.git (a bare git repository)');
    stage.say('registry  registry/ (OCI image layouts)');
    return bakeGolden(stage, '3.0.16-1~deb12u1', '12.1');
}
/** Bakes and signs the golden base; `golden:12` is the tag that applications follow. */
async function bakeGolden(stage, openssl, version) {
    await writeFiles((0,external_node_path_.join)(stage.workspace, `golden-${version}`), goldenBase(openssl));
    const baked = await stage.succeed('bake', {
        base: 'scratch',
        add: `golden-${version}:/`,
        label: `org.opencontainers.image.version=${version}`,
        user: '10001',
        output: 'oci:registry/golden:12',
    });
    await stage.succeed('sign', { image: baked.outputs.image ?? '', key: 'keys/golden.key' });
    const digest = (0,oci_digest.parseDigest)(baked.outputs.digest ?? '');
    stage.say(`golden base ${version} is ${(0,oci_digest.shortDigest)(digest)}, signed`);
    stage.record({
        subject: `golden ${version}`,
        what: 'baked and signed',
        detail: (0,oci_digest.shortDigest)(digest),
        seconds: baked.seconds,
    });
    return digest;
}
function goodVersion(version) {
    return { version, wrongEvery: 0, dependencies: harmless };
}
/** bake → validate → scan → sign → publish: everything before the first request. */
async function releaseVersion(stage, version) {
    const began = performance.now();
    const candidate = await bakeVersion(stage, version);
    await gather(stage, candidate);
    await publish(stage, candidate, 'push');
    const seconds = (performance.now() - began) / 1_000;
    stage.say(`${version.version} is ${(0,oci_digest.shortDigest)(candidate.digest)}: baked, validated, scanned, signed, published`);
    stage.record({
        subject: `${app} ${version.version}`,
        what: 'released',
        detail: (0,oci_digest.shortDigest)(candidate.digest),
        seconds,
    });
    return candidate;
}
async function bakeVersion(stage, version, base = 'oci:registry/golden:12') {
    const baked = await stage.succeed('bake', await bakeInputs(stage, version, base));
    const { digest, image = '' } = baked.outputs;
    return { version: version.version, image, digest: (0,oci_digest.parseDigest)(digest ?? '') };
}
async function bakeInputs(stage, version, base) {
    const folder = `service-${version.version}`;
    await writeFiles((0,external_node_path_.join)(stage.workspace, folder), service(version));
    return {
        base,
        add: `${folder}:/app`,
        entrypoint: '["node", "/app/server.js"]',
        user: '10001',
        workdir: '/app',
        version: version.version,
        policy: 'policy.yml',
        provenance: 'evidence/provenance.json',
        output: 'oci:registry/shop',
    };
}
/** validate and scan, side by side as in the workflow, then sign: evidence about that very digest. */
async function gather(stage, { image }) {
    await Promise.all([
        stage.succeed('validate', { image, attestation: 'evidence/validation.json' }),
        stage.succeed('scan', scanInputs(image)),
    ]);
    await stage.succeed('sign', {
        image,
        key: 'keys/release.key',
        predicate: [
            'provenance=evidence/provenance.json',
            'sbom=evidence/sbom.cdx.json',
            'vulns=evidence/scan.json',
            'test-result=evidence/validation.json',
        ],
    });
}
function scanInputs(image) {
    return {
        image,
        engine: 'osv',
        policy: 'policy.yml',
        sbom: 'evidence/sbom.cdx.json',
        sarif: 'evidence/scan.sarif',
        report: 'evidence/findings.json',
        attestation: 'evidence/scan.json',
    };
}
async function publish(stage, { image, version }, reason) {
    await stage.succeed('publish', { image, tag: version, version, reason, ledger: 'ledger.git' });
}
/** Promotes a candidate that must win, under whatever traffic there is. */
async function story_promote(stage, candidate) {
    const promoted = await stage.succeed('promote', { environment, image: candidate.image });
    stage.expect(promoted.outputs.outcome === 'promoted', `${candidate.version} is promoted`);
    stage.expect(promoted.outputs.stable === candidate.digest, `${candidate.version} is stable`);
    const { seconds } = promoted;
    stage.say(`${candidate.version} has all the traffic after ${seconds.toFixed(1)} s`);
    stage.record({ subject: `${app} ${candidate.version}`, what: 'promoted', detail: '100 % of the traffic', seconds });
}
/** Promotes a candidate that the judge must catch; says how many requests were hurt and how soon it knew. */
async function promoteBad(stage, candidate, stable) {
    const before = badAnswers(stage);
    const { seconds } = await stage.refuse('promote', { environment, image: candidate.image }, 1, /abort/i);
    const state = await readState(stage);
    const aborted = state.history.at(-1);
    const hurt = badAnswers(stage) - before;
    stage.expect(aborted?.event === 'aborted' && aborted.digest === candidate.digest, `${candidate.version} is aborted`);
    stage.expect(state.stable?.digest === stable.digest, `${stable.version} stays stable`);
    stage.expect(state.quarantine.some(({ digest }) => digest === candidate.digest), `${candidate.version} is quarantined`);
    stage.expect(hurt > 0, `${candidate.version} was asked at all`);
    stage.say(`${hurt} requests were hurt; it knew ${aborted?.seconds.toFixed(1)} s after the rollout began, ${stable.version} never stopped`);
    stage.record({
        subject: `${app} ${candidate.version}`,
        what: 'aborted, quarantined',
        detail: `${hurt} requests hurt`,
        seconds,
    });
    await stage.refuse('promote', { environment, image: candidate.image }, 1, /quarantine/i);
}
/** Alters one byte of an image's own layer, as a broken disk or an intruder would. */
async function alterStoredByte(stage, layer) {
    const file = await (0,promises_.open)((0,external_node_path_.join)(stage.workspace, 'registry/shop/blobs/sha256', (0,oci_digest/* hexOf */.Z)(layer)), 'r+');
    try {
        const { size } = await file.stat();
        const byte = Buffer.alloc(1);
        await file.read(byte, 0, 1, size >> 1);
        byte.writeUInt8(byte.readUInt8(0) ^ 1);
        await file.write(byte, 0, 1, size >> 1);
    }
    finally {
        await file.close();
    }
}
async function readState(stage) {
    const ledger = await (0,lib_ledger.openLedger)((0,external_node_path_.join)(stage.workspace, 'ledger.git'));
    return ledger.readEnvironment(environment, app);
}
function badAnswers(stage) {
    return Object.values(stage.traffic?.total.bad ?? {}).reduce((sum, count) => sum + count, 0);
}
async function writePrivateKey(stage, path, pem) {
    const file = await (0,promises_.open)((0,external_node_path_.join)(stage.workspace, path), 'w', 0o600);
    await file.writeFile(pem);
    await file.close();
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/demo/traffic.js

const tickMilliseconds = 20;
/**
 * Real HTTP requests at a steady pace, over kept-alive connections, until stopped. The seed decides which of the
 * service's paths are asked in which order.
 */
function startTraffic(url, perSecond, seed) {
    const agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: 64 });
    const random = generator(seed);
    const total = nothingSeen();
    let lap = nothingSeen();
    let due = 0;
    let last = performance.now();
    const open = new Set();
    const timer = setInterval(() => {
        const now = performance.now();
        due = Math.min(due + ((now - last) * perSecond) / 1_000, perSecond / 4);
        last = now;
        for (; due >= 1; due--) {
            const path = random() < 0.5 ? '/' : `/items/${Math.floor(random() * 1_000)}`;
            const answer = ask(`${url}${path}`, agent).then((seen) => {
                for (const record of [total, lap])
                    count(record, seen);
            });
            open.add(answer);
            void answer.finally(() => open.delete(answer));
        }
    }, tickMilliseconds);
    return {
        total,
        lap: () => {
            const seen = lap;
            lap = nothingSeen();
            return seen;
        },
        stop: async () => {
            clearInterval(timer);
            await Promise.all(open);
            agent.destroy();
        },
    };
}
function ask(url, agent) {
    return new Promise((resolve) => {
        const request = (0,external_node_http_.get)(url, { agent, timeout: 5_000 }, (response) => {
            response.resume();
            response.once('end', () => resolve({ status: response.statusCode ?? 0, version: String(response.headers['x-version'] ?? '?') }));
            response.once('error', () => resolve(undefined));
        });
        request.once('timeout', () => request.destroy());
        request.once('error', () => resolve(undefined));
    });
}
function count(seen, answer) {
    seen.requests++;
    if (answer === undefined) {
        seen.dropped++;
        return;
    }
    seen.byVersion[answer.version] = (seen.byVersion[answer.version] ?? 0) + 1;
    if (answer.status >= 500)
        seen.bad[answer.version] = (seen.bad[answer.version] ?? 0) + 1;
}
function nothingSeen() {
    return { requests: 0, bad: {}, dropped: 0, byVersion: {} };
}
/** Mulberry32: small, seeded, good enough to pick paths. */
function generator(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

;// CONCATENATED MODULE: ./lib/demo/index.js












const requestsPerSecond = 400;
/** The whole lifecycle on one machine, told in eight chapters; throws `expectation-failed` at the first that goes wrong. */
async function playDemo(options, job) {
    const began = performance.now();
    const workspace = (0,external_node_path_.resolve)(options.directory);
    await prepareWorkspace(workspace, () => (0,promote.stopHost)((0,external_node_path_.join)(workspace, 'production')));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const stage = setStage(workspace, options.bundles, job);
    job.log(`Everything happens in ${workspace}`);
    try {
        const goldenOne = await makeGround(stage, port);
        const one = await firstRelease(stage);
        stage.traffic = startTraffic(url, requestsPerSecond, options.seed);
        const two = await goodRelease(stage);
        const three = await badRelease(stage, two);
        await refusals(stage);
        const { goldenTwo, rebased } = await patchedBase(stage, two);
        await rollBack(stage, rebased, two);
        const seen = await endTraffic(stage.traffic, stage);
        const board = await drawBoard(stage);
        const seconds = (performance.now() - began) / 1_000;
        const summary = await writeSummary(stage, seconds);
        job.log(`\n${closingTable(stage.events)}`);
        return {
            workspace,
            board,
            summary,
            url,
            pid: options.keep ? (0,promote.hostPid)((0,external_node_path_.join)(workspace, 'production')) : 0,
            requests: seen.requests,
            hurt: badAnswers(stage),
            seconds,
            digests: {
                'golden 12.1': goldenOne,
                'shop 1.0.0': one.digest,
                'shop 2.0.0': two.digest,
                'shop 3.0.0': three.digest,
                'golden 12.2': goldenTwo,
                'shop 2.0.0 rebased': rebased.digest,
            },
            events: stage.events,
        };
    }
    finally {
        await stage.traffic?.stop();
        if (!options.keep)
            await (0,promote.stopHost)((0,external_node_path_.join)(workspace, 'production'));
    }
}
async function firstRelease(stage) {
    stage.chapter('2  Version 1: from source to production');
    const one = await releaseVersion(stage, goodVersion('1.0.0'));
    await story_promote(stage, one);
    return one;
}
async function goodRelease(stage) {
    stage.chapter('3  Version 2 is good: 10 → 50 → 100 % under real traffic');
    const two = await releaseVersion(stage, goodVersion('2.0.0'));
    await story_promote(stage, two);
    return two;
}
async function badRelease(stage, stable) {
    stage.chapter('4  Version 3 is wrong in four percent of its answers');
    const three = await releaseVersion(stage, { ...goodVersion('3.0.0'), wrongEvery: 25 });
    await promoteBad(stage, three, stable);
    return three;
}
async function refusals(stage) {
    stage.chapter('5  Three that never get a request');
    const before = await readState(stage);
    stage.say('version 4 brings a dependency with a critical finding that has a fix');
    const four = await bakeVersion(stage, {
        ...goodVersion('4.0.0'),
        dependencies: { 'tiny-template': '1.3.0' },
    });
    await stage.refuse('scan', scanInputs(four.image), 1, /DEMO-2026-0004/);
    stage.record({
        subject: 'shop 4.0.0',
        what: 'refused at the gate',
        detail: 'DEMO-2026-0004, fixed in 1.4.2',
        seconds: 0,
    });
    stage.say('version 5 is built on a base that nobody approved');
    await writeFiles((0,external_node_path_.join)(stage.workspace, 'somewhere'), { 'etc/os-release': 'ID=unknown\n' });
    await stage.succeed('bake', { base: 'scratch', add: 'somewhere:/', output: 'oci:registry/somewhere:latest' });
    const five = await bakeInputs(stage, goodVersion('5.0.0'), 'oci:registry/somewhere:latest');
    await stage.refuse('bake', five, 1, /approved/);
    stage.record({ subject: 'shop 5.0.0', what: 'refused by policy', detail: 'base not approved', seconds: 0 });
    stage.say('version 6 is fine, until one byte of the stored image is altered');
    const six = await releaseVersion(stage, goodVersion('6.0.0'));
    await alterStoredByte(stage, await ownLayer(stage, six));
    await stage.refuse('promote', { environment: 'production', image: six.image }, 3, /sha256:/);
    stage.record({
        subject: 'shop 6.0.0',
        what: 'refused before it started',
        detail: 'its bytes are not its digest',
        seconds: 0,
    });
    const after = await readState(stage);
    stage.expect(after.stable?.digest === before.stable?.digest, 'none of the three touched production');
    stage.expect(after.rollout === null, 'no rollout is left behind');
}
async function patchedBase(stage, stable) {
    stage.chapter('6  The base is patched: who needs it, and moving only what changed');
    await writeFiles(stage.workspace, { 'advisories/DEMO-2026-0007.json': JSON.stringify(advisories.openssl) });
    const goldenTwo = await bakeGolden(stage, '3.0.17-1~deb12u3', '12.2');
    const patch = await stage.succeed('patch', {
        ledger: 'ledger.git',
        environment: 'production',
        report: 'evidence/patch.json',
    });
    stage.expect(patch.outputs.needed === '1', 'patch finds the one image that needs the new base');
    stage.say(`patch: ${describeNeed(await (0,promises_.readFile)((0,external_node_path_.join)(stage.workspace, 'evidence/patch.json'), 'utf8'))}`);
    const moved = await stage.succeed('rebase', {
        image: stable.image,
        base: 'oci:registry/golden:12',
        output: 'oci:registry/shop',
        provenance: 'evidence/provenance.json',
        reason: 'base',
    });
    const { digest = '', image = '' } = moved.outputs;
    const rebased = { version: '2.0.0-base.12.2', image, digest: (0,oci_digest.parseDigest)(digest) };
    const sent = `${moved.outputs['bytes-sent']} bytes sent`;
    stage.expect(Number(moved.outputs['bytes-sent']) < 64 * 1024, 'a rebase sends only a config and a manifest');
    stage.say(`rebased to ${(0,oci_digest.shortDigest)(rebased.digest)}: ${sent}`);
    stage.record({ subject: 'shop 2.0.0', what: 'rebased', detail: `onto golden 12.2, ${sent}`, seconds: moved.seconds });
    await gather(stage, rebased);
    await publish(stage, rebased, 'base');
    await story_promote(stage, rebased);
    return { goldenTwo, rebased };
}
async function rollBack(stage, from, to) {
    stage.chapter('7  A maintainer rolls back');
    const { outputs } = await stage.succeed('rollback', { environment: 'production' });
    stage.expect(outputs.stable === to.digest, `${to.version} is stable again`);
    const seconds = Number(outputs.seconds);
    stage.say(`${from.version} → ${to.version}, verified again, all traffic after ${seconds.toFixed(2)} s`);
    stage.record({
        subject: `shop ${to.version}`,
        what: 'rolled back to',
        detail: 'verified again, 100 % of the traffic',
        seconds,
    });
}
async function endTraffic(traffic, stage) {
    await traffic.stop();
    const { total } = traffic;
    const wrong = Object.keys(total.bad);
    stage.expect(total.dropped === 0, `no request is dropped in the whole story (${total.dropped} of ${total.requests})`);
    stage.expect(wrong.every((version) => version === '3.0.0'), `only version 3 gives wrong answers (${wrong.join(', ')})`);
    return total;
}
async function drawBoard(stage) {
    stage.chapter('8  What happened');
    await stage.succeed('board', { ledger: 'ledger.git', output: 'board.html' });
    return (0,external_node_path_.join)(stage.workspace, 'board.html');
}
/** The digest of the layer that holds the service itself: the topmost. */
async function ownLayer(stage, { image, digest }) {
    const store = (0,registry.openStore)((0,reference.parseReference)(image.replace('oci:', `oci:${stage.workspace}/`)));
    const stored = await store.readManifest(digest);
    const layer = stored && (0,manifest/* parseManifest */.Ng)(stored.bytes, image).layers.at(-1);
    stage.expect(layer !== undefined, 'the image has a layer of its own');
    return layer.digest;
}
function describeNeed(report) {
    const needs = JSON.parse(report);
    return needs.map(({ app, reason, detail }) => `${app} needs a rebuild (${reason}): ${detail}`).join('; ');
}
/** How a path is shown: relative where that is shorter. */
function shown(path) {
    const near = (0,external_node_path_.relative)(process.cwd(), path);
    return near.length < path.length ? near : path;
}


/***/ })

};

export const id = 5791;
export const ids = [5791];
export const modules = {

/***/ 75791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p6: () => (/* reexport */ judgeTick),
  _U: () => (/* reexport */ judgement),
  loadRecording: () => (/* reexport */ loadRecording),
  Dz: () => (/* reexport */ minimumRequests),
  CS: () => (/* reexport */ parseJudgeState),
  f: () => (/* reexport */ parseRecording),
  replay: () => (/* reexport */ replay),
  Sl: () => (/* reexport */ startJudge),
  summarise: () => (/* reexport */ summarise)
});

;// CONCATENATED MODULE: ./lib/promote/judge/dispersion.js
/** Worth of "events are independent" before anything was seen: keeps the first few pairs from shouting. */
const priorWeight = 5;
/** No single pair says more than this many events could. */
const pairWeight = 50;
/** An outage that both tracks share must not blind the judge for the rest of the rollout. */
const largestStatistic = 100;
/** Per tick: a jump counts half after some 140 ticks. */
const fading = 0.995;
function observeDispersion(dispersion, previous, current) {
    dispersion.excess *= fading;
    dispersion.weight *= fading;
    const bad = previous.bad + current.bad;
    if (bad <= 1 || previous.total <= 0)
        return;
    const share = current.total / (previous.total + current.total);
    const statistic = (current.bad - bad * share) ** 2 / (bad * share * (1 - share));
    const weight = Math.min(bad - 1, pairWeight);
    dispersion.excess += weight * (Math.min(statistic, largestStatistic) - 1);
    dispersion.weight += weight;
}
/** At least 1: it divides counts and never multiplies them. */
function dispersionFactor(dispersion) {
    return 1 + Math.max(0, dispersion.excess / (priorWeight + dispersion.weight));
}

;// CONCATENATED MODULE: ./lib/promote/judge/e-process.js
/**
 * The sequential test on counts. In a tick the canary had `c` bad events and the stable track `s`; `w` is the canary's
 * share of the requests that were really seen. Against "the canary's bad rate is `ratio` times stable's" an alternative
 * that says `factor` times more than that multiplies its wealth by
 *
 *     factor^c · D^(c + s),   D = (w·ratio + 1 − w) / (w·ratio·factor + 1 − w)
 *
 * Its expectation is at most 1 while the null holds (proof in docs/judge.md), so wealth is an e-process: it exceeds
 * 1/α at any time with probability at most α, however often one looks (Ville's inequality).
 */
const { abs, exp, log, log1p, log2, max } = Math;
/** How much worse than the allowed ratio the canary might be. */
const worse = [1.2, 1.5, 2, 3, 5, 10, 30, 100];
/** How much better than the refuted ratio the canary might be: the mirrored test's alternatives. */
const better = [0.8, 2 / 3, 0.5, 0.2];
const logWorse = worse.map(log);
const logBetter = better.map(log);
/** The mirrored test refutes "the canary's bad rate is at least `maxRatio · earlyFactor` times stable's". */
const earlyFactor = 1.5;
/** `share` is the canary's share of the tick's requests, strictly between 0 and 1. */
function oddsAt(share, maxRatio) {
    return {
        worse: dilution(share, maxRatio, worse),
        better: dilution(share, maxRatio * earlyFactor, better),
    };
}
/** log D for every factor. */
function dilution(share, ratio, factors) {
    const canary = share * ratio;
    const stable = 1 - share;
    const base = log(canary + stable);
    return factors.map((factor) => base - log(canary * factor + stable));
}
/** Adds the tick's log-likelihood ratios; `dispersion` ≥ 1 divides the counts, which can only make the test slower. */
function bet(wealth, odds, canaryBad, stableBad, dispersion) {
    const bad = canaryBad + stableBad;
    grow(wealth.worse, logWorse, odds.worse, canaryBad / dispersion, bad / dispersion);
    grow(wealth.better, logBetter, odds.better, canaryBad / dispersion, bad / dispersion);
}
function grow(wealth, logFactors, dilutions, canary, bad) {
    for (let index = 0; index < wealth.length; index++) {
        wealth[index] = at(wealth, index) + temper(canary * at(logFactors, index) + bad * at(dilutions, index));
    }
}
/**
 * What one tick may claim. Beyond 1 (a factor e) only the logarithm counts, so that a burst in a single tick does not
 * convince while several ticks, or a canary that fails outright, do. Taking less than was won keeps the test valid.
 */
function temper(gain) {
    return gain <= 1 ? gain : 1 + log(gain);
}
/**
 * Wealth that has not been staked after `ticks` ticks. It is staked bit by bit, so that a canary that turns bad late is
 * found as if the test had started then, for the price of a slowly falling starting stake. Falls from 1 like 1 / log.
 */
function reserve(ticks) {
    return 1 / (1 + log2(1 + ticks));
}
/** log of what the reserve gives up to each alternative at this tick, which counts from 1. */
function logStake(tick) {
    return log((reserve(tick - 1) - reserve(tick)) / worse.length);
}
/** Gives every alternative its new stake. */
function stake(wealth, logStake) {
    for (let index = 0; index < wealth.length; index++)
        wealth[index] = logAdd(at(wealth, index), logStake);
}
/** log of the e-value: the reserve and all alternatives together. */
function logValue(wealth, ticks) {
    return logSum([...wealth, log(reserve(ticks))]);
}
/** log of the mirrored e-value: the mean over its alternatives, all staked from the start. */
function logMean(wealth) {
    return logSum(wealth) - log(wealth.length);
}
/** log Σ exp(values), without overflow. */
function logSum(values) {
    const largest = values.reduce((a, b) => max(a, b), nothing);
    let sum = 0;
    for (const value of values)
        sum += exp(value - largest);
    return largest + log(sum);
}
/** log 0, as a number that JSON can carry; far below anything that matters, far above overflow. */
const nothing = -1e300;
function logAdd(a, b) {
    const apart = abs(a - b);
    return apart > 40 ? max(a, b) : max(a, b) + log1p(exp(-apart));
}
function at(values, index) {
    return values[index];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/promote/judge/state.js



/**
 * The state before the first tick.
 *
 * @param alpha the largest acceptable probability of aborting a healthy rollout, more than 0 and at most 0.5
 * @throws IngotError `invalid-config` when it is not
 */
function startJudge(metrics, alpha) {
    if (!(alpha > 0 && alpha <= 0.5)) {
        throw new lib_errors/* IngotError */.se('invalid-config', `alpha is ${alpha}: it must be more than 0 and at most 0.5`, {
            advice: 'alpha is the accepted probability of aborting a healthy rollout: 0.01 is a good start',
        });
    }
    return { schemaVersion: 1, ticks: 0, failedAt: null, metrics: metrics.map(startMetric) };
}
function startMetric(metric) {
    const tests = metric.kind === 'ratio' ? [startTest(null)] : [];
    return { name: metric.name, ticks: 0, silent: 0, canaryTotal: 0, stableTotal: 0, tests };
}
function startTest(edge) {
    return {
        edge,
        canaryBad: 0,
        stableBad: 0,
        previous: { bad: 0, total: 0 },
        dispersion: { excess: 0, weight: 0 },
        worse: worse.map(() => nothing),
        better: better.map(() => 0),
    };
}
function copyState(state) {
    const copyTest = (test) => ({
        ...test,
        previous: { ...test.previous },
        dispersion: { ...test.dispersion },
        worse: [...test.worse],
        better: [...test.better],
    });
    return { ...state, metrics: state.metrics.map((metric) => ({ ...metric, tests: metric.tests.map(copyTest) })) };
}
const count = schemas/* number */.aig().nonnegative();
const test = schemas/* strictObject */.rej({
    edge: schemas/* number */.aig().nullable(),
    canaryBad: count,
    stableBad: count,
    previous: schemas/* strictObject */.rej({ bad: count, total: count }),
    dispersion: schemas/* strictObject */.rej({ excess: schemas/* number */.aig(), weight: count }),
    worse: schemas/* array */.YOg(schemas/* number */.aig()).length(worse.length),
    better: schemas/* array */.YOg(schemas/* number */.aig()).length(better.length),
});
const schema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    ticks: schemas/* int */.Whr().nonnegative(),
    failedAt: schemas/* int */.Whr().positive().nullable(),
    metrics: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        ticks: schemas/* int */.Whr().nonnegative(),
        silent: schemas/* int */.Whr().nonnegative(),
        canaryTotal: count,
        stableTotal: count,
        tests: schemas/* array */.YOg(test).max(200),
    }))
        .max(100),
});
/**
 * A state as it was kept in the ledger.
 *
 * @throws IngotError `ledger-unreadable` when it is not one of ours
 */
function parseJudgeState(value) {
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new lib_errors/* IngotError */.se('ledger-unreadable', `The judge's state is not readable: ${errors/* prettifyError */.S1(parsed.error)}`, {
        advice: 'It was written by another version or changed by hand: abort this rollout and start it again',
        cause: parsed.error,
    });
}

;// CONCATENATED MODULE: ./lib/promote/judge/tick.js

const mostBuckets = 200;
const mostRequests = 1e15;
/**
 * The counts of each metric in a recorded tick, in the metrics' order; undefined where there was nothing to compare.
 *
 * @param number of the tick, from 1, for messages
 * @throws IngotError `invalid-input` naming tick and field
 */
function readTick(metrics, tick, number) {
    const path = `tick ${number}`;
    const fields = asObject(tick, path);
    if (fields.at !== undefined && typeof fields.at !== 'string')
        throw invalid(`${path}, at`, fields.at, 'a time, as text');
    const { weight } = fields;
    if (weight !== undefined && !(isCount(weight) && weight <= 100)) {
        throw invalid(`${path}, weight`, weight, 'percent, from 0 to 100');
    }
    return metrics.map((metric) => {
        const comparison = own(fields, metric.name);
        if (comparison === undefined || comparison === null)
            return undefined;
        return readComparison(metric, asObject(comparison, `${path}, ${metric.name}`), `${path}, ${metric.name}`);
    });
}
function readComparison(metric, sides, path) {
    const { canary, stable } = sides;
    const read = metric.kind === 'ratio' ? readRatio : readHistogram;
    const left = canary === undefined || canary === null ? undefined : read(canary, `${path}.canary`);
    const right = stable === undefined || stable === null ? undefined : read(stable, `${path}.stable`);
    return left && right && align(left, right);
}
const noEdge = [null];
function readRatio(side, path) {
    const fields = asObject(side, path);
    const { bad, total } = fields;
    if (!isCount(total))
        throw invalid(`${path}.total`, total, aCount);
    if (!isCount(bad))
        throw invalid(`${path}.bad`, bad, aCount);
    if (bad > total)
        throw invalid(`${path}.bad`, bad, `at most the total, ${total}`);
    return { edges: noEdge, bad: [bad], total };
}
function readHistogram(side, path) {
    const fields = asObject(side, path);
    const { buckets, total } = fields;
    if (!isCount(total))
        throw invalid(`${path}.total`, total, aCount);
    if (!Array.isArray(buckets))
        throw invalid(`${path}.buckets`, buckets, 'a list of [le, count]');
    if (buckets.length > mostBuckets)
        throw invalid(`${path}.buckets`, buckets.length, `at most ${mostBuckets} of them`);
    const edges = [];
    const bad = [];
    let before = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < buckets.length; index++) {
        const bucket = buckets[index];
        // Written out only when it is needed: most of the time of a replay would go into these paths.
        const where = (part = '') => `${path}.buckets[${index}]${part}`;
        if (!Array.isArray(bucket) || bucket.length !== 2)
            throw invalid(where(), bucket, '[le, count]');
        const count = bucket[1];
        if (!isCount(count))
            throw invalid(where(' count'), count, aCount);
        if (count < before) {
            throw invalid(where(' count'), count, `at least the one before, ${before}: counts are cumulative`);
        }
        if (count > total)
            throw invalid(where(' count'), count, `at most the total, ${total}`);
        before = count;
        const edge = edgeOf(bucket[0]);
        if (edge === undefined)
            throw invalid(where(' le'), bucket[0], 'a number, or "+Inf"');
        if (edge === Number.POSITIVE_INFINITY)
            continue;
        if (edge <= last)
            throw invalid(where(' le'), edge, `more than the one before, ${last}`);
        last = edge;
        edges.push(edge);
        bad.push(total - count);
    }
    return { edges, bad, total };
}
function edgeOf(le) {
    if (le === '+Inf' || le === 'Inf')
        return Number.POSITIVE_INFINITY;
    const edge = typeof le === 'string' && le.trim() !== '' ? Number(le) : le;
    return typeof edge === 'number' && Number.isFinite(edge) ? edge : undefined;
}
/** Two versions may disagree on their buckets: only what both have can be compared. */
function align(canary, stable) {
    if (canary.total === 0 || stable.total === 0)
        return undefined;
    const same = canary.edges.length === stable.edges.length && canary.edges.every((edge, i) => edge === stable.edges[i]);
    if (same)
        return { edges: canary.edges, canary, stable };
    const edges = canary.edges.filter((edge) => stable.edges.includes(edge));
    const only = (side) => ({
        total: side.total,
        bad: side.bad.filter((_, i) => edges.includes(side.edges[i] ?? null)),
    });
    return { edges, canary: only(canary), stable: only(stable) };
}
function asObject(value, path) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw invalid(path, value, 'an object');
}
function own(fields, name) {
    return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
const aCount = `a number from 0 to ${mostRequests}`;
function isCount(value) {
    return typeof value === 'number' && value >= 0 && value <= mostRequests;
}
function invalid(path, value, expected) {
    const written = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value)).slice(0, 60);
    return new lib_errors/* IngotError */.se('invalid-input', `The recording is wrong at ${path}: it is ${written}, it must be ${expected}`, {
        advice: 'docs/judge.md describes the form of a recording',
    });
}

;// CONCATENATED MODULE: ./lib/promote/judge/advance.js




/**
 * Takes one tick into `state`, in place: the part that replay does a hundred thousand times a second.
 *
 * @throws IngotError `invalid-input` when the tick is malformed; the state is then as it was
 */
function advance(metrics, alpha, state, tick) {
    const counts = readTick(metrics, tick, state.ticks + 1);
    state.ticks += 1;
    for (const [index, metric] of metrics.entries()) {
        const kept = metricState(state, metric);
        const seen = counts[index];
        if (seen === undefined || seen.edges.length === 0)
            kept.silent += 1;
        else
            advanceMetric(metric, kept, seen);
    }
    if (state.failedAt === null && reaches(metrics, state, -Math.log(alpha)))
        state.failedAt = state.ticks;
}
function advanceMetric(metric, kept, seen) {
    const { canary, stable } = seen;
    // The edges of the first tick with data are judged to the end: an average needs the same members throughout.
    if (kept.tests.length === 0)
        kept.tests = seen.edges.map(startTest);
    kept.ticks += 1;
    kept.silent = 0;
    kept.canaryTotal += canary.total;
    kept.stableTotal += stable.total;
    const odds = oddsAt(canary.total / (canary.total + stable.total), metric.maxRatio);
    const newStake = logStake(kept.ticks);
    for (const [index, test] of kept.tests.entries()) {
        stake(test.worse, newStake);
        const at = seen.edges[index] === test.edge ? index : seen.edges.indexOf(test.edge);
        if (at >= 0)
            advanceTest(test, odds, canary.bad[at] ?? 0, { bad: stable.bad[at] ?? 0, total: stable.total });
    }
}
function advanceTest(test, odds, canaryBad, stable) {
    // The dispersion of the ticks before this one: a bet may only use what was known before it.
    bet(test, odds, canaryBad, stable.bad, dispersionFactor(test.dispersion));
    observeDispersion(test.dispersion, test.previous, stable);
    test.previous = stable;
    test.canaryBad += canaryBad;
    test.stableBad += stable.bad;
}
/** What is kept of a metric, or its beginning. */
function metricState(state, metric) {
    const kept = state.metrics.find(({ name }) => name === metric.name);
    if (kept)
        return kept;
    const fresh = startMetric(metric);
    state.metrics.push(fresh);
    return fresh;
}
/** log of a metric's e-value: the mean over its edges; 0 (nothing won, nothing lost) before there was data. */
function logMetric(kept) {
    if (kept.tests.length === 0)
        return 0;
    return logSum(kept.tests.map((test) => logValue(test.worse, kept.ticks))) - Math.log(kept.tests.length);
}
/** log of the rollout's e-value: the mean over its metrics, so that α holds for all of them together. */
function logEvidence(metrics, state) {
    const each = metrics.map((metric) => logMetric(metricState(state, metric)));
    return each.length === 0 ? 0 : logSum(each) - Math.log(each.length);
}
/** Whether the evidence reaches `threshold`; a mean is never more than its largest member, so mostly that alone decides. */
function reaches(metrics, state, threshold) {
    let largest = nothing;
    for (const { tests } of state.metrics) {
        for (const { worse } of tests)
            for (const wealth of worse)
                if (wealth > largest)
                    largest = wealth;
    }
    // The reserve and eight alternatives are added up within a test: at most log 9 above the largest.
    return largest + Math.log(9) >= threshold && logEvidence(metrics, state) >= threshold;
}

;// CONCATENATED MODULE: ./lib/promote/judge/evidence.js



/** A verdict that lets a rollout go on needs this many requests on each track, over the whole rollout. */
const minimumRequests = 50;
/** A canary that should have had this many requests since its last one is silent, and its old data no longer speaks for it. */
const silenceRequests = 10;
/** From this e-value on, short of 1/α, a rollout should wait: a healthy canary gets here in less than one of three. */
const doubtfulValue = 3;
/** Only edges that this part of the stable track's requests exceeds must be cleared for an early promotion. */
const earlyTail = 0.01;
function gather(metrics, state, alpha) {
    return metrics.map((metric) => {
        const kept = metricState(state, metric);
        const worst = worstTest(kept);
        const logE = logMetric(kept);
        return {
            ...metric,
            eValue: finite(Math.exp(logE)),
            logE,
            canary: track(worst?.canaryBad ?? 0, kept.canaryTotal),
            stable: track(worst?.stableBad ?? 0, kept.stableTotal),
            edge: worst?.edge ?? null,
            dispersion: worst ? dispersionFactor(worst.dispersion) : 1,
            early: refutesWorse(kept, alpha),
            data: dataOf(kept),
        };
    });
}
/** The rollout's e-value, all metrics together. */
function rolloutValue(metrics, state) {
    return finite(Math.exp(logEvidence(metrics, state)));
}
function worstTest(kept) {
    const values = kept.tests.map((test) => logValue(test.worse, kept.ticks));
    return kept.tests[values.indexOf(values.reduce((a, b) => Math.max(a, b), -Infinity))];
}
function refutesWorse(kept, alpha) {
    const cleared = kept.tests.filter((test) => test.edge === null || test.stableBad >= earlyTail * kept.stableTotal);
    return cleared.length > 0 && cleared.every((test) => logMean(test.better) >= -Math.log(alpha));
}
function dataOf(kept) {
    if (kept.ticks === 0)
        return 'none';
    if (Math.min(kept.canaryTotal, kept.stableTotal) < minimumRequests)
        return 'few';
    const expected = (kept.canaryTotal / kept.ticks) * kept.silent;
    return expected >= silenceRequests ? 'silent' : 'enough';
}
function track(bad, total) {
    return { bad, total, rate: total > 0 ? bad / total : 0 };
}
/** JSON has no infinity. */
function finite(value) {
    return Math.min(value, Number.MAX_VALUE);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/promote/judge/sentence.js

/** The verdict in one sentence: the metric that decided, its numbers, and how often a healthy canary would show them. */
function explain(verdict, metrics, evidence, state, alpha) {
    const [first, ...more] = evidence;
    if (first === undefined)
        return 'There is no metric to judge by';
    const lacking = evidence.find(({ data }) => data !== 'enough');
    if (verdict === 'inconclusive' && lacking)
        return explainLack(lacking, state);
    const worst = more.reduce((a, b) => (b.logE > a.logE ? b : a), first);
    const rollouts = rolloutValue(metrics, state);
    switch (verdict) {
        case 'pass':
            return `${compare(worst)}: nothing that a healthy canary would not show`;
        case 'inconclusive':
            return `${compare(worst)}: a healthy canary would look this bad ${atMostOnce(rollouts)}; once in ${formatCount(Math.round(1 / alpha))} aborts`;
        case 'fail':
            // A failed rollout stays failed even if the evidence has shrunk since: it once was 1/α.
            return `${compare(worst)}: a healthy canary would look this bad ${atMostOnce(Math.max(rollouts, 1 / alpha))}`;
    }
}
function explainLack(metric, state) {
    const { name, canary, stable } = metric;
    const ticks = state.ticks === 1 ? '1 tick' : `${formatCount(state.ticks)} ticks`;
    if (metric.data === 'none')
        return `${name}: nothing to compare after ${ticks}: both tracks need requests`;
    if (metric.data === 'silent')
        return `${name}: the canary, or stable, has stopped showing requests: what was seen before says nothing about now`;
    const [side, total] = canary.total < minimumRequests ? ['the canary', canary.total] : ['stable', stable.total];
    return `${name}: ${side} has had ${formatCount(total)} of the ${minimumRequests} requests that a verdict needs`;
}
function compare({ name, edge, canary, stable }) {
    const slower = edge === null ? '' : ` over ${edge}`;
    return `${name}: canary ${share(canary)}${slower} against stable ${share(stable)}`;
}
function share({ bad, total, rate }) {
    return `${formatCount(bad)} of ${formatCount(total)} (${formatPercent(rate)})`;
}
function atMostOnce(rollouts) {
    if (rollouts >= 1e9)
        return 'less than once in a billion rollouts';
    return `at most once in ${formatCount(leading(rollouts))} rollouts`;
}
/** Two leading digits, rounded down: more would claim more than the test promises. */
function leading(value) {
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
    return Math.floor(value / unit) * unit;
}
function formatPercent(rate) {
    return `${(rate * 100).toFixed(2)} %`;
}
function formatCount(count) {
    const rounded = Number.isInteger(count) ? String(count) : count.toFixed(1);
    return rounded.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

;// CONCATENATED MODULE: ./lib/promote/judge/judge.js




/**
 * Judges one more tick. Pure: the given state stays as it was.
 *
 * @param tick this tick's counts alone, in the form in which they are recorded
 * @throws IngotError `invalid-input` when the tick is malformed
 */
function judgeTick(metrics, alpha, state, tick) {
    const next = copyState(state);
    advance(metrics, alpha, next, tick);
    return { state: next, ...judgement(metrics, alpha, next) };
}
/** What a state says as it stands. */
function judgement(metrics, alpha, state) {
    const evidence = gather(metrics, state, alpha);
    const verdict = verdictOf(metrics, state, evidence);
    const early = verdict === 'pass' && evidence.every((metric) => metric.early);
    return { verdict, early, metrics: evidence, sentence: explain(verdict, metrics, evidence, state, alpha) };
}
function verdictOf(metrics, state, evidence) {
    if (state.failedAt !== null)
        return 'fail';
    const enough = evidence.length > 0 && evidence.every((metric) => metric.data === 'enough');
    return enough && rolloutValue(metrics, state) < doubtfulValue ? 'pass' : 'inconclusive';
}

;// CONCATENATED MODULE: ./lib/promote/judge/replay.js





const replay_name = schemas/* string */.YjP()
    .min(1)
    .max(100)
    .refine((text) => !['at', 'weight', '__proto__'].includes(text), 'at and weight are fields of a tick, choose another name');
const replay_schema = schemas/* object */.Ikc({
    alpha: schemas/* number */.aig().positive().max(0.5).default(0.01),
    metrics: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: replay_name,
        kind: schemas/* enum */.k5n(['ratio', 'histogram']),
        'max-ratio': schemas/* number */.aig().min(0.01).max(1000).default(1),
    }))
        .min(1)
        .max(100)
        .refine((metrics) => new Set(metrics.map((metric) => metric.name)).size === metrics.length, 'two metrics have one name'),
    ticks: schemas/* array */.YOg(schemas/* unknown */.L5J()).max(1_000_000),
});
/**
 * A recording as it was written.
 *
 * @throws IngotError `invalid-input` naming the field
 */
function parseRecording(value) {
    const parsed = replay_schema.safeParse(value);
    if (!parsed.success) {
        throw new lib_errors/* IngotError */.se('invalid-input', `The recording is wrong: ${errors/* prettifyError */.S1(parsed.error)}`, {
            advice: 'docs/judge.md describes the form of a recording',
            cause: parsed.error,
        });
    }
    const { alpha, metrics, ticks } = parsed.data;
    return {
        alpha,
        metrics: metrics.map(({ name, kind, 'max-ratio': maxRatio }) => ({ name, kind, maxRatio })),
        ticks,
    };
}
/**
 * Judges a recorded canary as it was judged while it ran: same ticks, same verdict.
 *
 * @throws IngotError `invalid-input` naming tick and field; `cancelled` when `signal` aborts
 */
function replay(recording, options = {}) {
    const { alpha, metrics, ticks } = recording;
    const state = startJudge(metrics, alpha);
    for (const tick of ticks) {
        options.signal?.throwIfAborted();
        advance(metrics, alpha, state, tick);
        if (state.failedAt !== null)
            break;
    }
    return { ...judgement(metrics, alpha, state), tick: state.failedAt ?? state.ticks, ticks: ticks.length };
}

;// CONCATENATED MODULE: ./lib/promote/judge/file.js



const mostBytes = 256 * 1024 * 1024; // 256 MiB: some million ticks
/**
 * A recording in a file.
 *
 * @throws IngotError `invalid-input` when the file is not there, is not JSON or is not a recording; `unreadable` when it cannot be read
 */
async function loadRecording(file) {
    return parseRecording(parseJson(await read(file), file));
}
async function read(file) {
    try {
        const { size } = await (0,promises_.stat)(file);
        if (size > mostBytes) {
            throw new lib_errors/* IngotError */.se('invalid-input', `${file} has ${size} bytes: a recording has at most ${mostBytes}`);
        }
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof lib_errors/* IngotError */.se)
            throw cause;
        if ((0,lib_errors/* codeOf */.$N)(cause) === 'ENOENT') {
            throw new lib_errors/* IngotError */.se('invalid-input', `Cannot read the recording ${file}: there is no such file`, {
                advice: 'Give --input FILE with a recorded canary; the ledger keeps one of every rollout',
                cause,
            });
        }
        throw new lib_errors/* IngotError */.se('unreadable', `Cannot read the recording ${file}: ${cause.message}`, { cause });
    }
}
function parseJson(source, file) {
    try {
        return JSON.parse(source);
    }
    catch (cause) {
        throw new lib_errors/* IngotError */.se('invalid-input', `${file} is not JSON: ${cause.message}`, {
            advice: 'docs/judge.md describes the form of a recording',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./lib/promote/judge/table.js

/** The verdict, its sentence and every metric's numbers, as Markdown for a job summary. */
function summarise(judgement) {
    const rows = judgement.metrics.map(row);
    return [
        `### Judge: ${judgement.verdict}`,
        '',
        judgement.sentence,
        '',
        '| metric | canary | stable | e-value | dispersion | data |',
        '| --- | ---: | ---: | ---: | ---: | --- |',
        ...rows,
        '',
    ].join('\n');
}
function row({ name, edge, canary, stable, eValue, dispersion, data }) {
    const cells = [
        `${escapeCell(name)}${edge === null ? '' : ` over ${edge}`}`,
        `${formatCount(canary.bad)} / ${formatCount(canary.total)} (${formatPercent(canary.rate)})`,
        `${formatCount(stable.bad)} / ${formatCount(stable.total)} (${formatPercent(stable.rate)})`,
        eValue.toPrecision(3),
        dispersion.toFixed(1),
        data,
    ];
    return `| ${cells.join(' | ')} |`;
}
function escapeCell(text) {
    return text.replace(/[|\\`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ');
}

;// CONCATENATED MODULE: ./lib/promote/judge/index.js








/***/ })

};

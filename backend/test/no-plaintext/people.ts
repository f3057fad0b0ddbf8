import type { Role } from '@grid-relief/shared-types/roles';
import { aHousehold, aPerson, testGrid } from '../../src/testing/builders';
import type { CallAnswer } from '../../src/testing/test-app';
import { enrol } from '../bad-input/whole-app';
import { type Stage, templates, wechatCode } from './stage';

/** Somebody who is signed in. */
export interface Somebody {
  readonly id: string;
  readonly token: string;
}

/** What a story cannot go on without. */
export function mustBe(what: string, { status, body }: CallAnswer): CallAnswer['body'] {
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** The newest code that was texted to this phone. */
async function codeTextedTo({ sms }: Stage, phone: string): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    // on a slow machine the text before this one is there first
    const isNew = ({ text }: { readonly text: string }) =>
      text.includes(phone) && text.includes('_CODE') && !given.has(text);
    const text = sms.asked.findLast(isNew)?.text ?? '';
    const code = /"code":"(\d{6})"/.exec(text)?.[1];
    if (code) {
      given.add(text);
      return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no code was texted');
}
/** Texts whose code somebody has had. */
const given = new Set<string>();

/** Signs in as a phone does: a code by text, tokens, and a token traded for the next. */
async function signIn(stage: Stage, phone: string, who: string): Promise<Somebody> {
  const { app, canaries } = stage;
  const device = canaries.letters(`${who}: device`);
  mustBe('code', await app.call('POST', '/sign-in/code', { body: { phone } }));
  const code = canaries.keep(`${who}: one-time code`, await codeTextedTo(stage, phone));
  const first = mustBe('sign in', await app.call('POST', '/sign-in/phone', { body: { phone, code, device } }));
  const traded = { refreshToken: canaries.keep(`${who}: refresh token`, first.tokens.refreshToken), device };
  const second = mustBe('refresh', await app.call('POST', '/sign-in/refresh', { body: traded }));
  canaries.keep(`${who}: next refresh token`, second.tokens.refreshToken);
  return { id: first.me.person, token: canaries.keep(`${who}: access token`, second.tokens.accessToken) };
}

/** A household with everything about it, who lives there, and who speaks for it from another city. */
export async function aFamily(stage: Stage) {
  const { app, canaries } = stage;
  const part = (name: string) => canaries.words(`household: ${name}`);
  const address = { compound: part('compound'), building: part('building'), unit: part('unit'), room: part('room') };
  const home = await aHousehold(app)
    .named(part('contact name'))
    .withPhone(canaries.phone('household: phone'))
    .atDoor(part('door sign'))
    .withAddress({ ...address, floor: 7, note: part('note') })
    .withNeeds('DIALYSIS')
    .saved();
  canaries.keep('household: needs', 'DIALYSIS');
  const phones = { resident: canaries.phone('resident: phone'), relative: canaries.phone('relative: phone') };
  await aPerson(app).named(part('resident name')).withPhone(phones.resident).livingIn(home).saved();
  const resident = await signIn(stage, phones.resident, 'resident');
  const relative = await signIn(stage, phones.relative, 'relative');
  const ask = { opId: app.anId(), householdPhone: phones.resident, relation: 'CHILD' };
  mustBe('ask', await app.call('POST', '/proxies', { token: relative.token, body: ask }));
  const code = canaries.keep('relative: consent code', await codeTextedTo(stage, phones.resident));
  const consent = { opId: app.anId(), householdPhone: phones.resident, code };
  mustBe('consent', await app.call('POST', '/proxies/confirm', { token: relative.token, body: consent }));
  return { home, resident, relative, phone: phones.resident };
}

/** Ties a WeChat account to the resident's phone, and lets it be written to. */
export async function byWechat(stage: Stage, phone: string): Promise<void> {
  const { app, canaries } = stage;
  const openid = canaries.letters('resident: openid');
  const device = canaries.letters('resident: second device');
  const seen = mustBe(
    'wechat',
    await app.call('POST', '/sign-in/wechat', { body: { code: wechatCode(openid), device } }),
  );
  const { bindTicket } = seen;
  canaries.keep('resident: bind ticket', bindTicket);
  mustBe('code', await app.call('POST', '/sign-in/code', { body: { phone } }));
  const code = canaries.keep('resident: code for WeChat', await codeTextedTo(stage, phone));
  const bound = mustBe(
    'bind',
    await app.call('POST', '/sign-in/wechat/bind', { body: { bindTicket, phone, code, device } }),
  );
  const { accessToken: token } = bound.tokens;
  const ids = Object.values(templates).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += 5) {
    const body = { opId: app.anId(), templates: ids.slice(at, at + 5) };
    mustBe('credit', await app.call('POST', '/notices/credits', { token, body }));
  }
}

export async function staff(stage: Stage, role: Role, area: string = testGrid): Promise<Somebody> {
  const { app, canaries } = stage;
  const phone = canaries.phone(`${role}: phone`);
  const { id } = await aPerson(app)
    .named(canaries.words(`${role}: name`))
    .withPhone(phone)
    .withRole(role, area)
    .saved();
  if (role === 'VOLUNTEER') await enrol(app, id);
  return { id, token: await app.signIn({ id }) };
}

/** An invitation to a role, which somebody new takes. */
export async function invite(stage: Stage, leader: Somebody): Promise<void> {
  const { app, canaries } = stage;
  const phone = canaries.phone('invited: phone');
  const until = new Date(app.clock.now().getTime() + 30 * 86_400_000).toISOString();
  const wish = { opId: app.anId(), role: 'VOLUNTEER', area: testGrid, until, phone };
  const { code } = mustBe('invite', await app.call('POST', '/invitations', { token: leader.token, body: wish }));
  const { token } = await signIn(stage, phone, 'invited');
  const taking = { opId: app.anId(), code: canaries.keep('invited: code', code) };
  mustBe('accept', await app.call('POST', '/invitations/accept', { token, body: taking }));
}

import {
  bindWechat,
  requestCode,
  signInByPhone,
  signInByWechat,
} from '@grid-relief/shared-types/identity/identity.contract';
import type { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import { useState } from 'react';
import { beginSession, call, deviceName, type Problem } from '@/api';
import { homePage, privacyAgreed, restartAt, wechatLoginCode } from '@/platform';
import { workspacePages } from './workspaces';

type Sent = { readonly phone: string; readonly minutes: number; readonly demoCode?: string | undefined };

/** Begins the session; whoever works here lands in the workspace used most, everybody else on the page asked for. */
async function enter({ tokens, me }: { readonly tokens: Tokens; readonly me: Me }): Promise<void> {
  beginSession(tokens, me);
  const first = workspacePages[me.workspaces[0] ?? 'resident']?.page ?? homePage;
  if (first !== homePage) await restartAt(first);
}

/** The two steps of signing in: a code to the phone, then the code. WeChat binds once and needs neither afterwards. */
export function useSignIn() {
  const [sent, setSent] = useState<Sent>();
  const [problem, setProblem] = useState<Problem>();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [bindTicket, setBindTicket] = useState<string>();

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work();
    setBusy(false);
  };

  const askCode = (phone: string) =>
    during(async () => {
      if (!(await privacyAgreed())) return;
      const outcome = await call(requestCode, { body: { phone } });
      if (!outcome.ok) return setProblem(outcome.problem);
      const { validSeconds, demoCode } = outcome.value;
      setCode(demoCode ?? '');
      setSent({ phone, minutes: Math.round(validSeconds / 60), demoCode });
    });

  const signIn = () =>
    during(async () => {
      const proof = { phone: sent?.phone ?? '', code, device: deviceName() };
      const outcome =
        bindTicket === undefined
          ? await call(signInByPhone, { body: proof })
          : await call(bindWechat, { body: { ...proof, bindTicket } });
      if (outcome.ok) await enter(outcome.value);
      else setProblem(outcome.problem);
    });

  const byWechat = () =>
    during(async () => {
      if (!(await privacyAgreed())) return;
      const code = await wechatLoginCode();
      if (code === undefined) return;
      const outcome = await call(signInByWechat, { body: { code, device: deviceName() } });
      if (!outcome.ok) return setProblem(outcome.problem);
      if (outcome.value.known) await enter(outcome.value);
      else setBindTicket(outcome.value.bindTicket);
    });

  return {
    sent,
    problem,
    code,
    setCode,
    isBusy,
    isBinding: bindTicket !== undefined,
    askCode,
    signIn,
    byWechat,
    back: () => setSent(undefined),
  };
}

import {
  bindWechat,
  requestCode,
  signInByPhone,
  signInByWechat,
} from '@grid-relief/shared-types/identity/identity.contract';
import { useState } from 'react';
import { beginSession, call, deviceName, type Problem } from '@/api';
import { wechatLoginCode } from '@/platform';

type Sent = { readonly phone: string; readonly minutes: number; readonly demoCode?: string | undefined };

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
      if (outcome.ok) beginSession(outcome.value.tokens, outcome.value.me);
      else setProblem(outcome.problem);
    });

  const byWechat = () =>
    during(async () => {
      const code = await wechatLoginCode();
      if (code === undefined) return;
      const outcome = await call(signInByWechat, { body: { code, device: deviceName() } });
      if (!outcome.ok) return setProblem(outcome.problem);
      if (outcome.value.known) beginSession(outcome.value.tokens, outcome.value.me);
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

import type { Logger } from '../logger';

/** A text for one phone: a template of the gateway and its values. */
export interface SmsMessage {
  readonly phone: string;
  readonly template: 'SIGN_IN_CODE' | 'PROXY_CODE' | 'NOTICE';
  readonly values: Readonly<Record<string, string>>;
}

/** Sends texts. Resolves to false when the gateway did not take it; never throws. */
export interface SmsSender {
  readonly available: boolean;
  send(message: SmsMessage): Promise<boolean>;
}

export interface SmsGateway {
  readonly url: string;
  readonly key: string;
}

const sendMs = 5_000;

/**
 * Texts by an HTTP gateway: one POST of JSON with a bearer key, any 2xx means taken.
 * Without a gateway it says so once, and nothing is sent.
 */
export function smsSender(gateway: SmsGateway | undefined, log: Logger): SmsSender {
  if (!gateway) {
    log.warn({ adapter: 'sms' }, 'no SMS gateway is configured: no text is sent');
    return { available: false, send: async () => false };
  }
  return {
    available: true,
    async send(message) {
      try {
        const answer = await fetch(gateway.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` },
          body: JSON.stringify({ to: message.phone, template: message.template, values: message.values }),
          redirect: 'error',
          signal: AbortSignal.timeout(sendMs),
        });
        if (!answer.ok) log.warn({ adapter: 'sms', status: answer.status }, 'the gateway refused a text');
        return answer.ok;
      } catch (error) {
        log.warn({ adapter: 'sms', err: error }, 'the gateway did not answer');
        return false;
      }
    },
  };
}

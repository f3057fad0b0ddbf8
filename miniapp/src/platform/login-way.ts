/** True inside WeChat, where signing in needs one tap; a browser signs in by phone and code. */
export const signsInByWechat = process.env.TARO_ENV === 'weapp';

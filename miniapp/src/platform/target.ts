/** True in a browser, false inside WeChat. Only `platform/` may ask; everything above is the same on both. */
export const isH5 = process.env.TARO_ENV === 'h5';

/// <reference types="@tarojs/taro" />

declare module '*.css';

/** Where the server's API lives; set when the program is built (config/index.ts). */
declare const API_BASE: string;

export default definePageConfig({ navigationBarTitleText: '超时的环节' });

export default definePageConfig({ navigationBarTitleText: '谁回来了' });

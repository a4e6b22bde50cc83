import{a as yl,b as xl,g as vl,i as j,j as V,k as Is,l as Os,n as Al,o as Ll,p as sn}from"./chunk-FIPYMR65.js";import{E as mt,G as pe,H as jo,I as Fo,K as at,L as on,M as ml,T as Un,Z as Ct,a as pl,b as Ms,d as nn,da as Vo,ga as ge,h as Vn,l as T,n as Do,o as gl,oa as _l,x as Bo,y as No}from"./chunk-UORG6NKW.js";import{a as Yo,b as $o}from"./chunk-W6BFWREY.js";import{h as Tl}from"./chunk-HIWRCPDF.js";import{a as Pl,d as bl,e as El,f as Oe,g as Wo,h as Qt,i as Go,j as Sl,k as Ml,l as Bt,m as Wn,o as Ls,q as ct,r as Ho,s as Cl}from"./chunk-RME7QKZQ.js";import{b as rn,c as Uo,d as Cs,e as Ts,g as tt,j as wl,k as As,w as me}from"./chunk-R3X6QOE6.js";import{a as qp,b as en,c as Xp}from"./chunk-OOJM4CTU.js";var Wd=qp((XB,tl)=>{"use strict";tl.exports=us;tl.exports.default=us;function us(n,t,e){e=e||2;var i=t&&t.length,o=i?t[0]*e:n.length,r=Fd(n,0,o,e,!0),s=[];if(!r||r.next===r.prev)return s;var a,c,l,f,h,u,d;if(i&&(r=xP(n,t,r,e)),n.length>80*e){a=l=n[0],c=f=n[1];for(var p=e;p<o;p+=e)h=n[p],u=n[p+1],h<a&&(a=h),u<c&&(c=u),h>l&&(l=h),u>f&&(f=u);d=Math.max(l-a,f-c),d=d!==0?32767/d:0}return go(r,s,e,a,c,d,0),s}function Fd(n,t,e,i,o){var r,s;if(o===Qc(n,t,e,i)>0)for(r=t;r<e;r+=i)s=jd(r,n[r],n[r+1],s);else for(r=e-i;r>=t;r-=i)s=jd(r,n[r],n[r+1],s);return s&&ds(s,s.next)&&(yo(s),s=s.next),s}function Ke(n,t){if(!n)return n;t||(t=n);var e=n,i;do if(i=!1,!e.steiner&&(ds(e,e.next)||G(e.prev,e,e.next)===0)){if(yo(e),e=t=e.prev,e===e.next)break;i=!0}else e=e.next;while(i||e!==t);return t}function go(n,t,e,i,o,r,s){if(n){!s&&r&&bP(n,i,o,r);for(var a=n,c,l;n.prev!==n.next;){if(c=n.prev,l=n.next,r?gP(n,i,o,r):pP(n)){t.push(c.i/e|0),t.push(n.i/e|0),t.push(l.i/e|0),yo(n),n=l.next,a=l.next;continue}if(n=l,n===a){s?s===1?(n=mP(Ke(n),t,e),go(n,t,e,i,o,r,2)):s===2&&yP(n,t,e,i,o,r):go(Ke(n),t,e,i,o,r,1);break}}}}function pP(n){var t=n.prev,e=n,i=n.next;if(G(t,e,i)>=0)return!1;for(var o=t.x,r=e.x,s=i.x,a=t.y,c=e.y,l=i.y,f=o<r?o<s?o:s:r<s?r:s,h=a<c?a<l?a:l:c<l?c:l,u=o>r?o>s?o:s:r>s?r:s,d=a>c?a>l?a:l:c>l?c:l,p=i.next;p!==t;){if(p.x>=f&&p.x<=u&&p.y>=h&&p.y<=d&&Rn(o,a,r,c,s,l,p.x,p.y)&&G(p.prev,p,p.next)>=0)return!1;p=p.next}return!0}function gP(n,t,e,i){var o=n.prev,r=n,s=n.next;if(G(o,r,s)>=0)return!1;for(var a=o.x,c=r.x,l=s.x,f=o.y,h=r.y,u=s.y,d=a<c?a<l?a:l:c<l?c:l,p=f<h?f<u?f:u:h<u?h:u,g=a>c?a>l?a:l:c>l?c:l,m=f>h?f>u?f:u:h>u?h:u,v=Kc(d,p,t,e,i),_=Kc(g,m,t,e,i),y=n.prevZ,x=n.nextZ;y&&y.z>=v&&x&&x.z<=_;){if(y.x>=d&&y.x<=g&&y.y>=p&&y.y<=m&&y!==o&&y!==s&&Rn(a,f,c,h,l,u,y.x,y.y)&&G(y.prev,y,y.next)>=0||(y=y.prevZ,x.x>=d&&x.x<=g&&x.y>=p&&x.y<=m&&x!==o&&x!==s&&Rn(a,f,c,h,l,u,x.x,x.y)&&G(x.prev,x,x.next)>=0))return!1;x=x.nextZ}for(;y&&y.z>=v;){if(y.x>=d&&y.x<=g&&y.y>=p&&y.y<=m&&y!==o&&y!==s&&Rn(a,f,c,h,l,u,y.x,y.y)&&G(y.prev,y,y.next)>=0)return!1;y=y.prevZ}for(;x&&x.z<=_;){if(x.x>=d&&x.x<=g&&x.y>=p&&x.y<=m&&x!==o&&x!==s&&Rn(a,f,c,h,l,u,x.x,x.y)&&G(x.prev,x,x.next)>=0)return!1;x=x.nextZ}return!0}function mP(n,t,e){var i=n;do{var o=i.prev,r=i.next.next;!ds(o,r)&&Vd(o,i,i.next,r)&&mo(o,r)&&mo(r,o)&&(t.push(o.i/e|0),t.push(i.i/e|0),t.push(r.i/e|0),yo(i),yo(i.next),i=n=r),i=i.next}while(i!==n);return Ke(i)}function yP(n,t,e,i,o,r){var s=n;do{for(var a=s.next.next;a!==s.prev;){if(s.i!==a.i&&MP(s,a)){var c=Ud(s,a);s=Ke(s,s.next),c=Ke(c,c.next),go(s,t,e,i,o,r,0),go(c,t,e,i,o,r,0);return}a=a.next}s=s.next}while(s!==n)}function xP(n,t,e,i){var o=[],r,s,a,c,l;for(r=0,s=t.length;r<s;r++)a=t[r]*i,c=r<s-1?t[r+1]*i:n.length,l=Fd(n,a,c,i,!1),l===l.next&&(l.steiner=!0),o.push(SP(l));for(o.sort(vP),r=0;r<o.length;r++)e=_P(o[r],e);return e}function vP(n,t){return n.x-t.x}function _P(n,t){var e=wP(n,t);if(!e)return t;var i=Ud(e,n);return Ke(i,i.next),Ke(e,e.next)}function wP(n,t){var e=t,i=n.x,o=n.y,r=-1/0,s;do{if(o<=e.y&&o>=e.next.y&&e.next.y!==e.y){var a=e.x+(o-e.y)*(e.next.x-e.x)/(e.next.y-e.y);if(a<=i&&a>r&&(r=a,s=e.x<e.next.x?e:e.next,a===i))return s}e=e.next}while(e!==t);if(!s)return null;var c=s,l=s.x,f=s.y,h=1/0,u;e=s;do i>=e.x&&e.x>=l&&i!==e.x&&Rn(o<f?i:r,o,l,f,o<f?r:i,o,e.x,e.y)&&(u=Math.abs(o-e.y)/(i-e.x),mo(e,n)&&(u<h||u===h&&(e.x>s.x||e.x===s.x&&PP(s,e)))&&(s=e,h=u)),e=e.next;while(e!==c);return s}function PP(n,t){return G(n.prev,n,t.prev)<0&&G(t.next,n,n.next)<0}function bP(n,t,e,i){var o=n;do o.z===0&&(o.z=Kc(o.x,o.y,t,e,i)),o.prevZ=o.prev,o.nextZ=o.next,o=o.next;while(o!==n);o.prevZ.nextZ=null,o.prevZ=null,EP(o)}function EP(n){var t,e,i,o,r,s,a,c,l=1;do{for(e=n,n=null,r=null,s=0;e;){for(s++,i=e,a=0,t=0;t<l&&(a++,i=i.nextZ,!!i);t++);for(c=l;a>0||c>0&&i;)a!==0&&(c===0||!i||e.z<=i.z)?(o=e,e=e.nextZ,a--):(o=i,i=i.nextZ,c--),r?r.nextZ=o:n=o,o.prevZ=r,r=o;e=i}r.nextZ=null,l*=2}while(s>1);return n}function Kc(n,t,e,i,o){return n=(n-e)*o|0,t=(t-i)*o|0,n=(n|n<<8)&16711935,n=(n|n<<4)&252645135,n=(n|n<<2)&858993459,n=(n|n<<1)&1431655765,t=(t|t<<8)&16711935,t=(t|t<<4)&252645135,t=(t|t<<2)&858993459,t=(t|t<<1)&1431655765,n|t<<1}function SP(n){var t=n,e=n;do(t.x<e.x||t.x===e.x&&t.y<e.y)&&(e=t),t=t.next;while(t!==n);return e}function Rn(n,t,e,i,o,r,s,a){return(o-s)*(t-a)>=(n-s)*(r-a)&&(n-s)*(i-a)>=(e-s)*(t-a)&&(e-s)*(r-a)>=(o-s)*(i-a)}function MP(n,t){return n.next.i!==t.i&&n.prev.i!==t.i&&!CP(n,t)&&(mo(n,t)&&mo(t,n)&&TP(n,t)&&(G(n.prev,n,t.prev)||G(n,t.prev,t))||ds(n,t)&&G(n.prev,n,n.next)>0&&G(t.prev,t,t.next)>0)}function G(n,t,e){return(t.y-n.y)*(e.x-t.x)-(t.x-n.x)*(e.y-t.y)}function ds(n,t){return n.x===t.x&&n.y===t.y}function Vd(n,t,e,i){var o=hs(G(n,t,e)),r=hs(G(n,t,i)),s=hs(G(e,i,n)),a=hs(G(e,i,t));return!!(o!==r&&s!==a||o===0&&fs(n,e,t)||r===0&&fs(n,i,t)||s===0&&fs(e,n,i)||a===0&&fs(e,t,i))}function fs(n,t,e){return t.x<=Math.max(n.x,e.x)&&t.x>=Math.min(n.x,e.x)&&t.y<=Math.max(n.y,e.y)&&t.y>=Math.min(n.y,e.y)}function hs(n){return n>0?1:n<0?-1:0}function CP(n,t){var e=n;do{if(e.i!==n.i&&e.next.i!==n.i&&e.i!==t.i&&e.next.i!==t.i&&Vd(e,e.next,n,t))return!0;e=e.next}while(e!==n);return!1}function mo(n,t){return G(n.prev,n,n.next)<0?G(n,t,n.next)>=0&&G(n,n.prev,t)>=0:G(n,t,n.prev)<0||G(n,n.next,t)<0}function TP(n,t){var e=n,i=!1,o=(n.x+t.x)/2,r=(n.y+t.y)/2;do e.y>r!=e.next.y>r&&e.next.y!==e.y&&o<(e.next.x-e.x)*(r-e.y)/(e.next.y-e.y)+e.x&&(i=!i),e=e.next;while(e!==n);return i}function Ud(n,t){var e=new Jc(n.i,n.x,n.y),i=new Jc(t.i,t.x,t.y),o=n.next,r=t.prev;return n.next=t,t.prev=n,e.next=o,o.prev=e,i.next=e,e.prev=i,r.next=i,i.prev=r,i}function jd(n,t,e,i){var o=new Jc(n,t,e);return i?(o.next=i.next,o.prev=i,i.next.prev=o,i.next=o):(o.prev=o,o.next=o),o}function yo(n){n.next.prev=n.prev,n.prev.next=n.next,n.prevZ&&(n.prevZ.nextZ=n.nextZ),n.nextZ&&(n.nextZ.prevZ=n.prevZ)}function Jc(n,t,e){this.i=n,this.x=t,this.y=e,this.prev=null,this.next=null,this.z=0,this.prevZ=null,this.nextZ=null,this.steiner=!1}us.deviation=function(n,t,e,i){var o=t&&t.length,r=o?t[0]*e:n.length,s=Math.abs(Qc(n,0,r,e));if(o)for(var a=0,c=t.length;a<c;a++){var l=t[a]*e,f=a<c-1?t[a+1]*e:n.length;s-=Math.abs(Qc(n,l,f,e))}var h=0;for(a=0;a<i.length;a+=3){var u=i[a]*e,d=i[a+1]*e,p=i[a+2]*e;h+=Math.abs((n[u]-n[p])*(n[d+1]-n[u+1])-(n[u]-n[d])*(n[p+1]-n[u+1]))}return s===0&&h===0?0:Math.abs((h-s)/s)};function Qc(n,t,e,i){for(var o=0,r=t,s=e-i;r<e;r+=i)o+=(n[s]-n[r])*(n[r+1]+n[s+1]),s=r;return o}us.flatten=function(n){for(var t=n[0][0].length,e={vertices:[],holes:[],dimensions:t},i=0,o=0;o<n.length;o++){for(var r=0;r<n[o].length;r++)for(var s=0;s<t;s++)e.vertices.push(n[o][r][s]);o>0&&(i+=n[o-1].length,e.holes.push(i))}return e}});function ye(n,t){if(!n)throw new Error(t||"loader assertion failed.")}var Nt={self:typeof self<"u"&&self,window:typeof window<"u"&&window,global:typeof global<"u"&&global,document:typeof document<"u"&&document},Kp=Nt.self||Nt.window||Nt.global||{},Jp=Nt.window||Nt.self||Nt.global||{},Qp=Nt.global||Nt.self||Nt.window||{},tg=Nt.document||{};var ke=!!(typeof process!="object"||String(process)!=="[object process]"||process.browser);var Il=typeof process<"u"&&process.version&&/v([0-9]*)/.exec(process.version),eg=Il&&parseFloat(Il[1])||0;var ks="4.5.4",ng=ks[0]>="0"&&ks[0]<="9"?`v${ks}`:"";function ig(){let n=new rn({id:"loaders.gl"});return globalThis.loaders||={},globalThis.loaders.log=n,globalThis.loaders.version=ng,globalThis.probe||={},globalThis.probe.loaders=n,n}var Rs=ig();var og=n=>typeof n=="boolean",jt=n=>typeof n=="function",Ft=n=>n!==null&&typeof n=="object",Zo=n=>Ft(n)&&n.constructor==={}.constructor;var zs=n=>typeof SharedArrayBuffer<"u"&&n instanceof SharedArrayBuffer,an=n=>Ft(n)&&typeof n.byteLength=="number"&&typeof n.slice=="function";var Ds=n=>!!n&&jt(n[Symbol.iterator]),Bs=n=>!!n&&jt(n[Symbol.asyncIterator]);var ut=n=>typeof Response<"u"&&n instanceof Response||Ft(n)&&jt(n.arrayBuffer)&&jt(n.text)&&jt(n.json);var dt=n=>typeof Blob<"u"&&n instanceof Blob;var Ol=n=>typeof ReadableStream<"u"&&n instanceof ReadableStream||Ft(n)&&jt(n.tee)&&jt(n.cancel)&&jt(n.getReader);var kl=n=>Ft(n)&&jt(n.read)&&jt(n.pipe)&&og(n.readable),Gn=n=>Ol(n)||kl(n);function Ns(n,t){return Rl(n||{},t)}function Rl(n,t,e=0){if(e>3)return t;let i={...n};for(let[o,r]of Object.entries(t))r&&typeof r=="object"&&!Array.isArray(r)?i[o]=Rl(i[o]||{},t[o],e+1):i[o]=t[o];return i}var zl="latest";function rg(){return globalThis._loadersgl_?.version||(globalThis._loadersgl_=globalThis._loadersgl_||{},globalThis._loadersgl_.version="4.5.4"),globalThis._loadersgl_.version}var Dl=rg();function rt(n,t){if(!n)throw new Error(t||"loaders.gl assertion failed.")}var Vt={self:typeof self<"u"&&self,window:typeof window<"u"&&window,global:typeof global<"u"&&global,document:typeof document<"u"&&document},Qb=Vt.self||Vt.window||Vt.global||{},t1=Vt.window||Vt.self||Vt.global||{},e1=Vt.global||Vt.self||Vt.window||{},n1=Vt.document||{};var yt=typeof process!="object"||String(process)!=="[object process]"||process.browser;var Nl=typeof window<"u"&&typeof window.orientation<"u",Bl=typeof process<"u"&&process.version&&/v([0-9]*)/.exec(process.version),i1=Bl&&parseFloat(Bl[1])||0;var Yn=class{name;workerThread;isRunning=!0;result;_resolve=()=>{};_reject=()=>{};constructor(t,e){this.name=t,this.workerThread=e,this.result=new Promise((i,o)=>{this._resolve=i,this._reject=o})}postMessage(t,e){this.workerThread.postMessage({source:"loaders.gl",type:t,payload:e})}done(t){rt(this.isRunning),this.isRunning=!1,this._resolve(t)}error(t){rt(this.isRunning),this.isRunning=!1,this._reject(t)}};var cn=class{terminate(){}};var js=new Map;function jl(n){rt(n.source&&!n.url||!n.source&&n.url);let t=js.get(n.source||n.url);return t||(n.url&&(t=sg(n.url),js.set(n.url,t)),n.source&&(t=Fl(n.source),js.set(n.source,t))),rt(t),t}function sg(n){if(!n.startsWith("http"))return n;let t=ag(n);return Fl(t)}function Fl(n){let t=new Blob([n],{type:"application/javascript"});return URL.createObjectURL(t)}function ag(n){return`try {
  importScripts('${n}');
} catch (error) {
  console.error(error);
  throw error;
}`}function Fs(n,t=!0,e){let i=e||new Set;if(n){if(Vl(n))i.add(n);else if(Vl(n.buffer))i.add(n.buffer);else if(!ArrayBuffer.isView(n)){if(t&&typeof n=="object")for(let o in n)Fs(n[o],t,i)}}return e===void 0?Array.from(i):[]}function Vl(n){return n?n instanceof ArrayBuffer||typeof MessagePort<"u"&&n instanceof MessagePort||typeof ImageBitmap<"u"&&n instanceof ImageBitmap||typeof OffscreenCanvas<"u"&&n instanceof OffscreenCanvas:!1}var Vs=()=>{},xe=class{name;source;url;terminated=!1;worker;onMessage;onError;_loadableURL="";static isSupported(){return typeof Worker<"u"&&yt||typeof cn<"u"&&!yt}constructor(t){let{name:e,source:i,url:o}=t;rt(i||o),this.name=e,this.source=i,this.url=o,this.onMessage=Vs,this.onError=r=>console.log(r),this.worker=yt?this._createBrowserWorker():this._createNodeWorker()}destroy(){this.onMessage=Vs,this.onError=Vs,this.worker.terminate(),this.terminated=!0}get isRunning(){return!!this.onMessage}postMessage(t,e){e=e||Fs(t),this.worker.postMessage(t,e)}_getErrorFromErrorEvent(t){let e="Failed to load ";return e+=`worker ${this.name} from ${this.url}. `,t.message&&(e+=`${t.message} in `),t.lineno&&(e+=`:${t.lineno}:${t.colno}`),new Error(e)}_createBrowserWorker(){this._loadableURL=jl({source:this.source,url:this.url});let t=new Worker(this._loadableURL,{name:this.name});return t.onmessage=e=>{e.data?this.onMessage(e.data):this.onError(new Error("No data received"))},t.onerror=e=>{this.onError(this._getErrorFromErrorEvent(e)),this.terminated=!0},t.onmessageerror=e=>console.error(e),t}_createNodeWorker(){let t;if(this.url){let i=this.url.includes(":/")||this.url.startsWith("/")?this.url:`./${this.url}`,o=this.url.endsWith(".ts")||this.url.endsWith(".mjs")?"module":"commonjs";t=new cn(i,{eval:!1,type:o})}else if(this.source)t=new cn(this.source,{eval:!0});else throw new Error("no worker");return t.on("message",e=>{this.onMessage(e)}),t.on("error",e=>{this.onError(e)}),t.on("exit",e=>{}),t}};var $n=class{name="unnamed";source;url;maxConcurrency=1;maxMobileConcurrency=1;onDebug=()=>{};reuseWorkers=!0;props={};jobQueue=[];idleQueue=[];count=0;isDestroyed=!1;static isSupported(){return xe.isSupported()}constructor(t){this.source=t.source,this.url=t.url,this.setProps(t)}destroy(){this.idleQueue.forEach(t=>t.destroy()),this.isDestroyed=!0}setProps(t){this.props={...this.props,...t},t.name!==void 0&&(this.name=t.name),t.maxConcurrency!==void 0&&(this.maxConcurrency=t.maxConcurrency),t.maxMobileConcurrency!==void 0&&(this.maxMobileConcurrency=t.maxMobileConcurrency),t.reuseWorkers!==void 0&&(this.reuseWorkers=t.reuseWorkers),t.onDebug!==void 0&&(this.onDebug=t.onDebug)}async startJob(t,e=(o,r,s)=>o.done(s),i=(o,r)=>o.error(r)){let o=new Promise(r=>(this.jobQueue.push({name:t,onMessage:e,onError:i,onStart:r}),this));return this._startQueuedJob(),await o}async _startQueuedJob(){if(!this.jobQueue.length)return;let t=this._getAvailableWorker();if(!t)return;let e=this.jobQueue.shift();if(e){this.onDebug({message:"Starting job",name:e.name,workerThread:t,backlog:this.jobQueue.length});let i=new Yn(e.name,t);t.onMessage=o=>e.onMessage(i,o.type,o.payload),t.onError=o=>e.onError(i,o),e.onStart(i);try{await i.result}catch(o){console.error(`Worker exception: ${o}`)}finally{this.returnWorkerToQueue(t)}}}returnWorkerToQueue(t){!yt||this.isDestroyed||!this.reuseWorkers||this.count>this._getMaxConcurrency()?(t.destroy(),this.count--):this.idleQueue.push(t),this.isDestroyed||this._startQueuedJob()}_getAvailableWorker(){if(this.idleQueue.length>0)return this.idleQueue.shift()||null;if(this.count<this._getMaxConcurrency()){this.count++;let t=`${this.name.toLowerCase()} (#${this.count} of ${this.maxConcurrency})`;return new xe({name:t,source:this.source,url:this.url})}return null}_getMaxConcurrency(){return Nl?this.maxMobileConcurrency:this.maxConcurrency}};var cg={maxConcurrency:3,maxMobileConcurrency:1,reuseWorkers:!0,onDebug:()=>{}},Re=class n{props;workerPools=new Map;static _workerFarm;static isSupported(){return xe.isSupported()}static getWorkerFarm(t={}){return n._workerFarm=n._workerFarm||new n({}),n._workerFarm.setProps(t),n._workerFarm}constructor(t){this.props={...cg},this.setProps(t),this.workerPools=new Map}destroy(){for(let t of this.workerPools.values())t.destroy();this.workerPools=new Map}setProps(t){this.props={...this.props,...t};for(let e of this.workerPools.values())e.setProps(this._getWorkerPoolProps())}getWorkerPool(t){let{name:e,source:i,url:o}=t,r=this.workerPools.get(e);return r||(r=new $n({name:e,source:i,url:o}),r.setProps(this._getWorkerPoolProps()),this.workerPools.set(e,r)),r}_getWorkerPoolProps(){return{maxConcurrency:this.props.maxConcurrency,maxMobileConcurrency:this.props.maxMobileConcurrency,reuseWorkers:this.props.reuseWorkers,onDebug:this.props.onDebug}}};function Us(n,t={}){let e=t[n.id]||{},i=yt?n.workerFile||`${n.id}-worker.js`:`${n.id}-worker-node.js`,o=e.workerUrl;if(!o&&n.id==="compression"&&(o=t.workerUrl),(t._workerType||t?.core?._workerType)==="test"&&(yt?o=`modules/${n.module}/dist/${i}`:o=`modules/${n.module}/src/workers/${n.id}-worker-node.ts`),!o){let s=n.version;s==="latest"&&(s=zl);let a=s?`@${s}`:"";o=`https://unpkg.com/@loaders.gl/${n.module}${a}/dist/${i}`}return rt(o),o}function Ws(n,t=Dl){rt(n,"no worker provided");let e=n.version;return!(!t||!e)}function Gs(n,t){if(!Re.isSupported())return!1;let e=t?._nodeWorkers??t?.core?._nodeWorkers;if(!yt&&!e)return!1;let i=t?.worker??t?.core?.worker;return!!(n.worker&&i)}async function Ys(n,t,e,i,o){let r=n.id,s=Us(n,e),c=Re.getWorkerFarm(e?.core).getWorkerPool({name:r,url:s});e=JSON.parse(JSON.stringify(e||{})),e._workerLoaderId=n.id,i=JSON.parse(JSON.stringify(i||{}));let l=await c.startJob("process-on-worker",lg.bind(null,o));return l.postMessage("process",{input:t,options:e,context:i}),await(await l.result).result}async function lg(n,t,e,i){switch(e){case"done":t.done(i);break;case"error":t.error(new Error(i.error));break;case"process":let{id:o,input:r,options:s}=i;try{let a=await n(r,s);t.postMessage("done",{id:o,result:a})}catch(a){let c=a instanceof Error?a.message:"unknown error";t.postMessage("error",{id:o,error:c})}break;default:console.warn(`parse-with-worker unknown message ${e}`)}}function $s(n,t,e){if(e=e||n.byteLength,n.byteLength<e||t.byteLength<e)return!1;let i=new Uint8Array(n),o=new Uint8Array(t);for(let r=0;r<i.length;++r)if(i[r]!==o[r])return!1;return!0}function Hs(...n){return Ul(n)}function Ul(n){let t=n.map(r=>r instanceof ArrayBuffer?new Uint8Array(r):r),e=t.reduce((r,s)=>r+s.byteLength,0),i=new Uint8Array(e),o=0;for(let r of t)i.set(r,o),o+=r.byteLength;return i.buffer}async function Zs(n){let t=[];for await(let e of n)t.push(fg(e));return Hs(...t)}function fg(n){if(n instanceof ArrayBuffer)return n;if(ArrayBuffer.isView(n)){let{buffer:t,byteOffset:e,byteLength:i}=n;return Wl(t,e,i)}return Wl(n)}function Wl(n,t=0,e=n.byteLength-t){let i=new Uint8Array(n,t,e),o=new Uint8Array(i.length);return o.set(i),o.buffer}var hg="",Gl={};function qs(n){for(let t in Gl)if(n.startsWith(t)){let e=Gl[t];n=n.replace(t,e)}return!n.startsWith("http://")&&!n.startsWith("https://")&&(n=`${hg}${n}`),n}function Xo(n){return n&&typeof n=="object"&&n.isBuffer}function ln(n){if(Xo(n))return n;if(n instanceof ArrayBuffer)return n;if(zs(n))return qo(n);if(ArrayBuffer.isView(n)){let t=n.buffer;return n.byteOffset===0&&n.byteLength===n.buffer.byteLength?t:t.slice(n.byteOffset,n.byteOffset+n.byteLength)}if(typeof n=="string"){let t=n;return new TextEncoder().encode(t).buffer}if(n&&typeof n=="object"&&n._toArrayBuffer)return n._toArrayBuffer();throw new Error("toArrayBuffer")}function Hn(n){if(n instanceof ArrayBuffer)return n;if(zs(n))return qo(n);let{buffer:t,byteOffset:e,byteLength:i}=n;return t instanceof ArrayBuffer&&e===0&&i===t.byteLength?t:qo(t,e,i)}function qo(n,t=0,e=n.byteLength-t){let i=new Uint8Array(n,t,e),o=new Uint8Array(i.length);return o.set(i),o.buffer}function Xs(n){return ArrayBuffer.isView(n)?n:new Uint8Array(n)}var te={};en(te,{dirname:()=>dg,filename:()=>ug,join:()=>pg,resolve:()=>gg});function Yl(){if(typeof process<"u"&&typeof process.cwd<"u")return process.cwd();let n=window.location?.pathname;return n?.slice(0,n.lastIndexOf("/")+1)||""}function ug(n){let t=n?n.lastIndexOf("/"):-1;return t>=0?n.substr(t+1):n}function dg(n){let t=n?n.lastIndexOf("/"):-1;return t>=0?n.substr(0,t):""}function pg(...n){return n=n.map((e,i)=>(i&&(e=e.replace(new RegExp("^/"),"")),i!==n.length-1&&(e=e.replace(new RegExp("/$"),"")),e)),n.join("/")}function gg(...n){let t=[];for(let r=0;r<n.length;r++)t[r]=n[r];let e="",i=!1,o;for(let r=t.length-1;r>=-1&&!i;r--){let s;r>=0?s=t[r]:(o===void 0&&(o=Yl()),s=o),s.length!==0&&(e=`${s}/${e}`,i=s.charCodeAt(0)===Zn)}return e=mg(e,!i),i?`/${e}`:e.length>0?e:"."}var Zn=47,Ks=46;function mg(n,t){let e="",i=-1,o=0,r,s=!1;for(let a=0;a<=n.length;++a){if(a<n.length)r=n.charCodeAt(a);else{if(r===Zn)break;r=Zn}if(r===Zn){if(!(i===a-1||o===1))if(i!==a-1&&o===2){if(e.length<2||!s||e.charCodeAt(e.length-1)!==Ks||e.charCodeAt(e.length-2)!==Ks){if(e.length>2){let c=e.length-1,l=c;for(;l>=0&&e.charCodeAt(l)!==Zn;--l);if(l!==c){e=l===-1?"":e.slice(0,l),i=a,o=0,s=!1;continue}}else if(e.length===2||e.length===1){e="",i=a,o=0,s=!1;continue}}t&&(e.length>0?e+="/..":e="..",s=!0)}else{let c=n.slice(i+1,a);e.length>0?e+=`/${c}`:e=c,s=!1}i=a,o=0}else r===Ks&&o!==-1?++o:o=-1}return e}var Ko=class extends Error{constructor(t,e){super(t),this.reason=e.reason,this.url=e.url,this.response=e.response}reason;url;response};var vg=/^data:([-\w.]+\/[-\w.+]+)(;|,)/,_g=/^([-\w.]+\/[-\w.+]+)/;function Js(n,t){return n.toLowerCase()===t.toLowerCase()}function $l(n){let t=_g.exec(n);return t?t[1]:n}function Qs(n){let t=vg.exec(n);return t?t[1]:""}var Hl=/\?.*/;function Zl(n){let t=n.match(Hl);return t&&t[0]}function ve(n){return n.replace(Hl,"")}function ql(n){if(n.length<50)return n;let t=n.slice(n.length-15);return`${n.substr(0,32)}...${t}`}function ze(n){return ut(n)?n.url:dt(n)?("name"in n?n.name:"")||"":typeof n=="string"?n:""}function fn(n){if(ut(n)){let t=n.headers.get("content-type")||"",e=ve(n.url);return $l(t)||Qs(e)}return dt(n)?n.type||"":typeof n=="string"?Qs(n):""}function Xl(n){return ut(n)?n.headers["content-length"]||-1:dt(n)?n.size:typeof n=="string"?n.length:n instanceof ArrayBuffer||ArrayBuffer.isView(n)?n.byteLength:-1}async function Jo(n){if(ut(n))return n;let t={},e=Xl(n);e>=0&&(t["content-length"]=String(e));let i=ze(n),o=fn(n);o&&(t["content-type"]=o);let r=await Pg(n);r&&(t["x-first-bytes"]=r),typeof n=="string"&&(n=new TextEncoder().encode(n));let s=new Response(n,{headers:t});return Object.defineProperty(s,"url",{value:i}),s}async function Kl(n){if(!n.ok)throw await wg(n)}async function wg(n){let t=ql(n.url),e=`Failed to fetch resource (${n.status}) ${n.statusText}: ${t}`;e=e.length>100?`${e.slice(0,100)}...`:e;let i={reason:n.statusText,url:n.url,response:n};try{let o=n.headers.get("Content-Type");i.reason=!n.bodyUsed&&o?.includes("application/json")?await n.json():await n.text()}catch{}return new Ko(e,i)}async function Pg(n){if(typeof n=="string")return`data:,${n.slice(0,5)}`;if(n instanceof Blob){let e=n.slice(0,5);return await new Promise(i=>{let o=new FileReader;o.onload=r=>i(r?.target?.result),o.readAsDataURL(e)})}if(n instanceof ArrayBuffer){let e=n.slice(0,5);return`data:base64,${bg(e)}`}return null}function bg(n){let t="",e=new Uint8Array(n);for(let i=0;i<e.byteLength;i++)t+=String.fromCharCode(e[i]);return btoa(t)}function Eg(n){return!Sg(n)&&!Mg(n)}function Sg(n){return n.startsWith("http:")||n.startsWith("https:")}function Mg(n){return n.startsWith("data:")}async function ta(n,t){if(typeof n=="string"){let e=qs(n);return Eg(e)&&globalThis.loaders?.fetchNode?globalThis.loaders?.fetchNode(e,t):await fetch(e,t)}return await Jo(n)}var qn=new rn({id:"loaders.gl"}),Qo=class{log(){return()=>{}}info(){return()=>{}}warn(){return()=>{}}error(){return()=>{}}},tr=class{console;constructor(){this.console=console}log(...t){return this.console.log.bind(this.console,...t)}info(...t){return this.console.info.bind(this.console,...t)}warn(...t){return this.console.warn.bind(this.console,...t)}error(...t){return this.console.error.bind(this.console,...t)}};var er={core:{baseUrl:void 0,fetch:null,mimeType:void 0,fallbackMimeType:void 0,ignoreRegisteredLoaders:void 0,nothrow:!1,log:new tr,useLocalLibraries:!1,CDN:"https://unpkg.com/@loaders.gl",worker:!0,maxConcurrency:3,maxMobileConcurrency:1,reuseWorkers:ke,_nodeWorkers:!1,_workerType:"",limit:0,_limitMB:0,batchSize:"auto",batchDebounceMs:0,metadata:!1,transforms:[]}},Jl={baseUri:"core.baseUrl",fetch:"core.fetch",mimeType:"core.mimeType",fallbackMimeType:"core.fallbackMimeType",ignoreRegisteredLoaders:"core.ignoreRegisteredLoaders",nothrow:"core.nothrow",log:"core.log",useLocalLibraries:"core.useLocalLibraries",CDN:"core.CDN",worker:"core.worker",maxConcurrency:"core.maxConcurrency",maxMobileConcurrency:"core.maxMobileConcurrency",reuseWorkers:"core.reuseWorkers",_nodeWorkers:"core.nodeWorkers",_workerType:"core._workerType",_worker:"core._workerType",limit:"core.limit",_limitMB:"core._limitMB",batchSize:"core.batchSize",batchDebounceMs:"core.batchDebounceMs",metadata:"core.metadata",transforms:"core.transforms",throws:"nothrow",dataType:"(no longer used)",uri:"core.baseUrl",method:"core.fetch.method",headers:"core.fetch.headers",body:"core.fetch.body",mode:"core.fetch.mode",credentials:"core.fetch.credentials",cache:"core.fetch.cache",redirect:"core.fetch.redirect",referrer:"core.fetch.referrer",referrerPolicy:"core.fetch.referrerPolicy",integrity:"core.fetch.integrity",keepalive:"core.fetch.keepalive",signal:"core.fetch.signal"};var ea=["baseUrl","fetch","mimeType","fallbackMimeType","ignoreRegisteredLoaders","nothrow","log","useLocalLibraries","CDN","worker","maxConcurrency","maxMobileConcurrency","reuseWorkers","_nodeWorkers","_workerType","limit","_limitMB","batchSize","batchDebounceMs","metadata","transforms"];function na(){globalThis.loaders=globalThis.loaders||{};let{loaders:n}=globalThis;return n._state||(n._state={}),n._state}function ia(){let n=na();return n.globalOptions=n.globalOptions||{...er,core:{...er.core}},ee(n.globalOptions)}function ef(n,t,e,i){return e=e||[],e=Array.isArray(e)?e:[e],Cg(n,e),ee(Ag(t,n,i))}function ee(n){let t=Ig(n);nf(t);for(let e of ea)t.core&&t.core[e]!==void 0&&delete t[e];return t.core&&t.core._workerType!==void 0&&delete t._worker,t}function Cg(n,t){Ql(n,null,er,Jl,t);for(let e of t){let i=n&&n[e.id]||{},o=e.options&&e.options[e.id]||{},r=e.deprecatedOptions&&e.deprecatedOptions[e.id]||{};Ql(i,e.id,o,r,t)}}function Ql(n,t,e,i,o){let r=t||"Top level",s=t?`${t}.`:"";for(let a in n){let c=!t&&Ft(n[a]),l=a==="baseUri"&&!t,f=a==="workerUrl"&&t;if(!(a in e)&&!l&&!f){if(a in i)qn.level>0&&qn.warn(`${r} loader option '${s}${a}' no longer supported, use '${i[a]}'`)();else if(!c&&qn.level>0){let h=Tg(a,o);qn.warn(`${r} loader option '${s}${a}' not recognized. ${h}`)()}}}}function Tg(n,t){let e=n.toLowerCase(),i="";for(let o of t)for(let r in o.options){if(n===r)return`Did you mean '${o.id}.${r}'?`;let s=r.toLowerCase();(e.startsWith(s)||s.startsWith(e))&&(i=i||`Did you mean '${o.id}.${r}'?`)}return i}function Ag(n,t,e){let i=n.options||{},o={...i};i.core&&(o.core={...i.core}),nf(o),o.core?.log===null&&(o.core={...o.core,log:new Qo}),tf(o,ee(ia()));let r=ee(t);return tf(o,r),Lg(o,e),Og(o),o}function tf(n,t){for(let e in t)if(e in t){let i=t[e];Zo(i)&&Zo(n[e])?n[e]={...n[e],...t[e]}:n[e]=t[e]}}function Lg(n,t){if(!t)return;n.core?.baseUrl!==void 0||(n.core||={},n.core.baseUrl=te.dirname(ve(t)))}function Ig(n){let t={...n};return n.core&&(t.core={...n.core}),t}function nf(n){n.baseUri!==void 0&&(n.core||={},n.core.baseUrl===void 0&&(n.core.baseUrl=n.baseUri));for(let e of ea)if(n[e]!==void 0){let o=n.core=n.core||{};o[e]===void 0&&(o[e]=n[e])}let t=n._worker;t!==void 0&&(n.core||={},n.core._workerType===void 0&&(n.core._workerType=t))}function Og(n){let t=n.core;if(t)for(let e of ea)t[e]!==void 0&&(n[e]=t[e])}function Xn(n){return n?(Array.isArray(n)&&(n=n[0]),Array.isArray(n?.extensions)):!1}function Kn(n){ye(n,"null loader"),ye(Xn(n),"invalid loader");let t;return Array.isArray(n)&&(t=n[1],n=n[0],n={...n,options:{...n.options,...t}}),(n?.parseTextSync||n?.parseText)&&(n.text=!0),n.text||(n.binary=!0),n}var of=()=>{let n=na();return n.loaderRegistry=n.loaderRegistry||[],n.loaderRegistry};function oa(n){let t=of();n=Array.isArray(n)?n:[n];for(let e of n){let i=Kn(e);t.find(o=>i===o)||t.unshift(i)}}function rf(){return of()}var kg=/\.([^.]+)$/;async function cf(n,t=[],e,i){if(!lf(n))return null;let o=ee(e||{});if(o.core||={},n instanceof Response&&sf(n)){let s=await n.clone().text(),a=nr(s,t,{...o,core:{...o.core,nothrow:!0}},i);if(a)return a}let r=nr(n,t,{...o,core:{...o.core,nothrow:!0}},i);if(r)return r;if(dt(n)&&(n=await n.slice(0,10).arrayBuffer(),r=nr(n,t,o,i)),!r&&n instanceof Response&&sf(n)){let s=await n.clone().text();r=nr(s,t,o,i)}if(!r&&!o.core.nothrow)throw new Error(ff(n));return r}function sf(n){let t=fn(n);return!!(t&&(t.startsWith("text/")||t==="application/json"||t.endsWith("+json")))}function nr(n,t=[],e,i){if(!lf(n))return null;let o=ee(e||{});if(o.core||={},t&&!Array.isArray(t))return Kn(t);let r=[];t&&(r=r.concat(t)),o.core.ignoreRegisteredLoaders||r.push(...rf()),zg(r);let s=Rg(n,r,o,i);if(!s&&!o.core.nothrow)throw new Error(ff(n));return s}function Rg(n,t,e,i){let o=ze(n),r=fn(n),s=ve(o)||i?.url,a=null,c="";return e?.core?.mimeType&&(a=ra(t,e?.core?.mimeType),c=`match forced by supplied MIME type ${e?.core?.mimeType}`),a=a||Dg(t,s),c=c||(a?`matched url ${s}`:""),a=a||ra(t,r),c=c||(a?`matched MIME type ${r}`:""),a=a||Ng(t,n),c=c||(a?`matched initial data ${hf(n)}`:""),e?.core?.fallbackMimeType&&(a=a||ra(t,e?.core?.fallbackMimeType),c=c||(a?`matched fallback MIME type ${r}`:"")),c&&Rs.log(1,`selectLoader selected ${a?.name}: ${c}.`),a}function lf(n){return!(n instanceof Response&&n.status===204)}function ff(n){let t=ze(n),e=fn(n),i="No valid loader found (";i+=t?`${te.filename(t)}, `:"no url provided, ",i+=`MIME type: ${e?`"${e}"`:"not provided"}, `;let o=n?hf(n):"";return i+=o?` first bytes: "${o}"`:"first bytes: not available",i+=")",i}function zg(n){for(let t of n)Kn(t)}function Dg(n,t){let e=t&&kg.exec(t),i=e&&e[1];return i?Bg(n,i):null}function Bg(n,t){t=t.toLowerCase();for(let e of n)for(let i of e.extensions)if(i.toLowerCase()===t)return e;return null}function ra(n,t){for(let e of n)if(e.mimeTypes?.some(i=>Js(t,i))||Js(t,`application/x.${e.id}`))return e;return null}function Ng(n,t){if(!t)return null;for(let e of n)if(typeof t=="string"){if(jg(t,e))return e}else if(ArrayBuffer.isView(t)){if(af(t.buffer,t.byteOffset,e))return e}else if(t instanceof ArrayBuffer&&af(t,0,e))return e;return null}function jg(n,t){return t.testText?t.testText(n):(Array.isArray(t.tests)?t.tests:[t.tests]).some(i=>n.startsWith(i))}function af(n,t,e){return(Array.isArray(e.tests)?e.tests:[e.tests]).some(o=>Fg(n,t,e,o))}function Fg(n,t,e,i){if(an(i))return $s(i,n,i.byteLength);switch(typeof i){case"function":return i(Hn(n));case"string":let o=sa(n,t,i.length);return i===o;default:return!1}}function hf(n,t=5){return typeof n=="string"?n.slice(0,t):ArrayBuffer.isView(n)?sa(n.buffer,n.byteOffset,t):n instanceof ArrayBuffer?sa(n,0,t):""}function sa(n,t,e){if(n.byteLength<t+e)return"";let i=new DataView(n),o="";for(let r=0;r<e;r++)o+=String.fromCharCode(i.getUint8(t+r));return o}var Vg=256*1024;function*uf(n,t){let e=t?.chunkSize||Vg,i=0,o=new TextEncoder;for(;i<n.length;){let r=Math.min(n.length-i,e),s=n.slice(i,i+r);i+=r,yield Hn(o.encode(s))}}function*df(n,t={}){let{chunkSize:e=262144}=t,i=0;for(;i<n.byteLength;){let o=Math.min(n.byteLength-i,e),r=new ArrayBuffer(o),s=new Uint8Array(n,i,o);new Uint8Array(r).set(s),i+=o,yield r}}async function*pf(n,t){let e=t?.chunkSize||1048576,i=0;for(;i<n.size;){let o=i+e,r=await n.slice(i,o).arrayBuffer();i=o,yield r}}function aa(n,t){return ke?Ug(n,t):Wg(n,t)}async function*Ug(n,t){let e=n.getReader(),i;try{for(;;){let o=i||e.read();t?._streamReadAhead&&(i=e.read());let{done:r,value:s}=await o;if(r)return;yield ln(s)}}catch{e.releaseLock()}}async function*Wg(n,t){for await(let e of n)yield ln(e)}function gf(n,t){if(typeof n=="string")return uf(n,t);if(n instanceof ArrayBuffer)return df(n,t);if(dt(n))return pf(n,t);if(Gn(n))return aa(n,t);if(ut(n)){let e=n.body;if(!e)throw new Error("Readable stream not available on Response");return aa(e,t)}throw new Error("makeIterator")}var mf="Cannot convert supplied data type";function Gg(n,t,e){if(t.text&&typeof n=="string")return n;if(Xo(n)&&(n=n.buffer),an(n)){let i=Xs(n);return t.text&&!t.binary?new TextDecoder("utf8").decode(i):ln(i)}throw new Error(mf)}async function yf(n,t,e){if(typeof n=="string"||an(n))return Gg(n,t,e);if(dt(n)&&(n=await Jo(n)),ut(n))return await Kl(n),t.binary?await n.arrayBuffer():await n.text();if(Gn(n)&&(n=gf(n,e)),Ds(n)||Bs(n))return Zs(n);throw new Error(mf)}function ir(n,t){let e=ia(),i=n||e,o=i.fetch??i.core?.fetch;return typeof o=="function"?o:Ft(o)?r=>ta(r,o):t?.fetch?t?.fetch:ta}function xf(n,t,e){if(e)return e;let i={fetch:ir(t,n),...n};if(i.url){let o=ve(i.url);i.baseUrl=o,i.queryString=Zl(i.url),i.filename=te.filename(o),i.baseUrl=te.dirname(o)}return Array.isArray(i.loaders)||(i.loaders=null),i}function vf(n,t){if(n&&!Array.isArray(n))return n;let e;if(n&&(e=Array.isArray(n)?n:[n]),t&&t.loaders){let i=Array.isArray(t.loaders)?t.loaders:[t.loaders];e=e?[...e,...i]:i}return e&&e.length?e:void 0}async function Jn(n,t,e,i){t&&!Array.isArray(t)&&!Xn(t)&&(i=void 0,e=t,t=void 0),n=await n,e=e||{};let o=ze(n),s=vf(t,i),a=await cf(n,s,e);if(!a)return null;let c=ef(e,a,s,o);return i=xf({url:o,_parse:Jn,loaders:s},c,i||null),await Yg(a,n,c,i)}async function Yg(n,t,e,i){if(Ws(n),e=Ns(n.options,e),ut(t)){let{ok:r,redirected:s,status:a,statusText:c,type:l,url:f}=t,h=Object.fromEntries(t.headers.entries());i.response={headers:h,ok:r,redirected:s,status:a,statusText:c,type:l,url:f}}t=await yf(t,n,e);let o=n;if(o.parseTextSync&&typeof t=="string")return o.parseTextSync(t,e,i);if(Gs(n,e))return await Ys(n,t,e,i,Jn);if(o.parseText&&typeof t=="string")return await o.parseText(t,e,i);if(o.parse)return await o.parse(t,e,i);throw rt(!o.parseSync),new Error(`${n.id} loader - no parser found and worker is disabled`)}async function _e(n,t,e,i){let o,r;!Array.isArray(t)&&!Xn(t)?(o=[],r=t,i=void 0):(o=t,r=e);let s=ir(r),a=n;return typeof n=="string"&&(a=await s(n)),dt(n)&&(a=await s(n)),typeof n=="string"&&(ee(r||{}).core?.baseUrl||(r={...r,core:{...r?.core,baseUrl:n}})),Array.isArray(o)?await Jn(a,o,r):await Jn(a,o,r)}var _f="4.5.4";var $g=globalThis.loaders?.parseImageNode,ca=typeof Image<"u",la=typeof ImageBitmap<"u",Hg=!!$g,fa=ke?!0:Hg;function wf(n){switch(n){case"auto":return la||ca||fa;case"imagebitmap":return la;case"image":return ca;case"data":return fa;default:throw new Error(`@loaders.gl/images: image ${n} not supported in this environment`)}}function Pf(){if(la)return"imagebitmap";if(ca)return"image";if(fa)return"data";throw new Error("Install '@loaders.gl/polyfills' to parse images under Node.js")}function Zg(n){let t=qg(n);if(!t)throw new Error("Not an image");return t}function bf(n){switch(Zg(n)){case"data":return n;case"image":case"imagebitmap":let t=document.createElement("canvas"),e=t.getContext("2d");if(!e)throw new Error("getImageData");return t.width=n.width,t.height=n.height,e.drawImage(n,0,0),e.getImageData(0,0,n.width,n.height);default:throw new Error("getImageData")}}function qg(n){return typeof ImageBitmap<"u"&&n instanceof ImageBitmap?"imagebitmap":typeof Image<"u"&&n instanceof Image?"image":n&&typeof n=="object"&&n.data&&n.width&&n.height?"data":null}var Xg=/^data:image\/svg\+xml/,Kg=/\.svg((\?|#).*)?$/;function or(n){return n&&(Xg.test(n)||Kg.test(n))}function Ef(n,t){if(or(t)){let i=new TextDecoder().decode(n);try{typeof unescape=="function"&&typeof encodeURIComponent=="function"&&(i=unescape(encodeURIComponent(i)))}catch(r){throw new Error(r.message)}return`data:image/svg+xml;base64,${btoa(i)}`}return ha(n,t)}function ha(n,t){if(or(t))throw new Error("SVG cannot be parsed directly to imagebitmap");return new Blob([new Uint8Array(n)])}async function rr(n,t,e){let i=Ef(n,e),o=self.URL||self.webkitURL,r=typeof i!="string"&&o.createObjectURL(i);try{return await Jg(r||i,t)}finally{r&&o.revokeObjectURL(r)}}async function Jg(n,t){let e=new Image;return e.src=n,t.image&&t.image.decode&&e.decode?(await e.decode(),e):await new Promise((i,o)=>{try{e.onload=()=>i(e),e.onerror=r=>{let s=r instanceof Error?r.message:"error";o(new Error(s))}}catch(r){o(r)}})}var Sf=!0;async function Mf(n,t,e){let i;or(e)?i=await rr(n,t,e):i=ha(n,e);let o=t&&t.imagebitmap;return await Qg(i,o)}async function Qg(n,t=null){if((tm(t)||!Sf)&&(t=null),t)try{return await createImageBitmap(n,t)}catch(e){console.warn(e),Sf=!1}return await createImageBitmap(n)}function tm(n){if(!n)return!0;for(let t in n)if(Object.prototype.hasOwnProperty.call(n,t))return!1;return!0}function Cf(n){return!om(n,"ftyp",4)||(n[8]&96)===0?null:em(n)}function em(n){switch(nm(n,8,12).replace("\0"," ").trim()){case"avif":case"avis":return{extension:"avif",mimeType:"image/avif"};default:return null}}function nm(n,t,e){return String.fromCharCode(...n.slice(t,e))}function im(n){return[...n].map(t=>t.charCodeAt(0))}function om(n,t,e=0){let i=im(t);for(let o=0;o<i.length;++o)if(i[o]!==n[o+e])return!1;return!0}var Ut=!1,Qn=!0;function sr(n){let t=ti(n);return sm(t)||lm(t)||am(t)||cm(t)||rm(t)}function rm(n){let t=new Uint8Array(n instanceof DataView?n.buffer:n),e=Cf(t);return e?{mimeType:e.mimeType,width:0,height:0}:null}function sm(n){let t=ti(n);return t.byteLength>=24&&t.getUint32(0,Ut)===2303741511?{mimeType:"image/png",width:t.getUint32(16,Ut),height:t.getUint32(20,Ut)}:null}function am(n){let t=ti(n);return t.byteLength>=10&&t.getUint32(0,Ut)===1195984440?{mimeType:"image/gif",width:t.getUint16(6,Qn),height:t.getUint16(8,Qn)}:null}function cm(n){let t=ti(n);return t.byteLength>=14&&t.getUint16(0,Ut)===16973&&t.getUint32(2,Qn)===t.byteLength?{mimeType:"image/bmp",width:t.getUint32(18,Qn),height:t.getUint32(22,Qn)}:null}function lm(n){let t=ti(n);if(!(t.byteLength>=3&&t.getUint16(0,Ut)===65496&&t.getUint8(2)===255))return null;let{tableMarkers:i,sofMarkers:o}=fm(),r=2;for(;r+9<t.byteLength;){let s=t.getUint16(r,Ut);if(o.has(s))return{mimeType:"image/jpeg",height:t.getUint16(r+5,Ut),width:t.getUint16(r+7,Ut)};if(!i.has(s))return null;r+=2,r+=t.getUint16(r,Ut)}return null}function fm(){let n=new Set([65499,65476,65484,65501,65534]);for(let e=65504;e<65520;++e)n.add(e);return{tableMarkers:n,sofMarkers:new Set([65472,65473,65474,65475,65477,65478,65479,65481,65482,65483,65485,65486,65487,65502])}}function ti(n){if(n instanceof DataView)return n;if(ArrayBuffer.isView(n))return new DataView(n.buffer);if(n instanceof ArrayBuffer)return new DataView(n);throw new Error("toDataView")}async function Tf(n,t){let{mimeType:e}=sr(n)||{},i=globalThis.loaders?.parseImageNode;return ye(i),await i(n,e)}async function Af(n,t,e){t=t||{};let o=(t.image||{}).type||"auto",{url:r}=e||{},s=hm(o),a;switch(s){case"imagebitmap":a=await Mf(n,t,r);break;case"image":a=await rr(n,t,r);break;case"data":a=await Tf(n,t);break;default:ye(!1)}return o==="data"&&(a=bf(a)),a}function hm(n){switch(n){case"auto":case"data":return Pf();default:return wf(n),n}}var um=["png","jpg","jpeg","gif","webp","bmp","ico","svg","avif"],dm=["image/png","image/jpeg","image/gif","image/webp","image/avif","image/bmp","image/vnd.microsoft.icon","image/svg+xml"],pm={image:{type:"auto",decode:!0}},ua={dataType:null,batchType:null,id:"image",module:"images",name:"Images",version:_f,mimeTypes:dm,extensions:um,parse:Af,tests:[n=>!!sr(new DataView(n))],options:pm};var gm=new rn({id:"deck"}),I=gm;var da={};function Lf(n){da=n}function $(n,t,e,i){I.level>0&&da[n]&&da[n].call(null,t,e,i)}function mm(n){let t=n[0],e=n[n.length-1];return t==="{"&&e==="}"||t==="["&&e==="]"}var If={dataType:null,batchType:null,id:"JSON",name:"JSON",module:"",version:"",options:{},extensions:["json","geojson"],mimeTypes:["application/json","application/geo+json"],testText:mm,parseTextSync:JSON.parse};function ym(){let n="9.4.0",t=globalThis.deck&&globalThis.deck.VERSION;if(t&&t!==n)throw new Error(`deck.gl - multiple versions detected: ${t} vs ${n}`);return t||(I.log(1,`deck.gl ${n}`)(),globalThis.deck={...globalThis.deck,VERSION:n,version:n,log:I,_registerLoggers:Lf},oa([If,[ua,{imagebitmap:{premultiplyAlpha:"none"}}]])),n}var Of=ym();var OS=1/Math.PI*180,kS=1/180*Math.PI,xm={EPSILON:1e-12,debug:!1,precision:4,printTypes:!1,printDegrees:!1,printRowMajor:!0,_cartographicRadians:!1};globalThis.mathgl=globalThis.mathgl||{config:{...xm}};var J=globalThis.mathgl.config;function pa(n,{precision:t=J.precision}={}){return n=vm(n),`${parseFloat(n.toPrecision(t))}`}function ne(n){return Array.isArray(n)||ArrayBuffer.isView(n)&&!(n instanceof DataView)}function N(n,t,e){return wm(n,i=>Math.max(t,Math.min(e,i)))}function De(n,t,e){return ne(n)?n.map((i,o)=>De(i,t[o],e)):e*t+(1-e)*n}function Wt(n,t,e){let i=J.EPSILON;e&&(J.EPSILON=e);try{if(n===t)return!0;if(ne(n)&&ne(t)){if(n.length!==t.length)return!1;for(let o=0;o<n.length;++o)if(!Wt(n[o],t[o]))return!1;return!0}return n&&n.equals?n.equals(t):t&&t.equals?t.equals(n):typeof n=="number"&&typeof t=="number"?Math.abs(n-t)<=J.EPSILON*Math.max(1,Math.abs(n),Math.abs(t)):!1}finally{J.EPSILON=i}}function vm(n){return Math.round(n/J.EPSILON)*J.EPSILON}function _m(n){return n.clone?n.clone():new Array(n.length)}function wm(n,t,e){if(ne(n)){let i=n;e=e||_m(i);for(let o=0;o<e.length&&o<i.length;++o){let r=typeof n=="number"?n:n[o];e[o]=t(r,o,e)}return e}return t(n)}var hn=class extends Array{clone(){return new this.constructor().copy(this)}fromArray(t,e=0){for(let i=0;i<this.ELEMENTS;++i)this[i]=t[i+e];return this.check()}toArray(t=[],e=0){for(let i=0;i<this.ELEMENTS;++i)t[e+i]=this[i];return t}toObject(t){return t}from(t){return Array.isArray(t)?this.copy(t):this.fromObject(t)}to(t){return t===this?this:ne(t)?this.toArray(t):this.toObject(t)}toTarget(t){return t?this.to(t):this}toFloat32Array(){return new Float32Array(this)}toString(){return this.formatString(J)}formatString(t){let e="";for(let i=0;i<this.ELEMENTS;++i)e+=(i>0?", ":"")+pa(this[i],t);return`${t.printTypes?this.constructor.name:""}[${e}]`}equals(t){if(!t||this.length!==t.length)return!1;for(let e=0;e<this.ELEMENTS;++e)if(!Wt(this[e],t[e]))return!1;return!0}exactEquals(t){if(!t||this.length!==t.length)return!1;for(let e=0;e<this.ELEMENTS;++e)if(this[e]!==t[e])return!1;return!0}negate(){for(let t=0;t<this.ELEMENTS;++t)this[t]=-this[t];return this.check()}lerp(t,e,i){if(i===void 0)return this.lerp(this,t,e);for(let o=0;o<this.ELEMENTS;++o){let r=t[o],s=typeof e=="number"?e:e[o];this[o]=r+i*(s-r)}return this.check()}min(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=Math.min(t[e],this[e]);return this.check()}max(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=Math.max(t[e],this[e]);return this.check()}clamp(t,e){for(let i=0;i<this.ELEMENTS;++i)this[i]=Math.min(Math.max(this[i],t[i]),e[i]);return this.check()}add(...t){for(let e of t)for(let i=0;i<this.ELEMENTS;++i)this[i]+=e[i];return this.check()}subtract(...t){for(let e of t)for(let i=0;i<this.ELEMENTS;++i)this[i]-=e[i];return this.check()}scale(t){if(typeof t=="number")for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;else for(let e=0;e<this.ELEMENTS&&e<t.length;++e)this[e]*=t[e];return this.check()}multiplyByScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;return this.check()}check(){if(J.debug&&!this.validate())throw new Error(`math.gl: ${this.constructor.name} some fields set to invalid numbers'`);return this}validate(){let t=this.length===this.ELEMENTS;for(let e=0;e<this.ELEMENTS;++e)t=t&&Number.isFinite(this[e]);return t}sub(t){return this.subtract(t)}setScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=t;return this.check()}addScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]+=t;return this.check()}subScalar(t){return this.addScalar(-t)}multiplyScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;return this.check()}divideScalar(t){return this.multiplyByScalar(1/t)}clampScalar(t,e){for(let i=0;i<this.ELEMENTS;++i)this[i]=Math.min(Math.max(this[i],t),e);return this.check()}get elements(){return this}};function Pm(n,t){if(n.length!==t)return!1;for(let e=0;e<n.length;++e)if(!Number.isFinite(n[e]))return!1;return!0}function it(n){if(!Number.isFinite(n))throw new Error(`Invalid number ${JSON.stringify(n)}`);return n}function ar(n,t,e=""){if(J.debug&&!Pm(n,t))throw new Error(`math.gl: ${e} some fields set to invalid numbers'`);return n}function ga(n,t){if(!n)throw new Error(`math.gl assertion ${t}`)}var cr=class extends hn{get x(){return this[0]}set x(t){this[0]=it(t)}get y(){return this[1]}set y(t){this[1]=it(t)}len(){return Math.sqrt(this.lengthSquared())}magnitude(){return this.len()}lengthSquared(){let t=0;for(let e=0;e<this.ELEMENTS;++e)t+=this[e]*this[e];return t}magnitudeSquared(){return this.lengthSquared()}distance(t){return Math.sqrt(this.distanceSquared(t))}distanceSquared(t){let e=0;for(let i=0;i<this.ELEMENTS;++i){let o=this[i]-t[i];e+=o*o}return it(e)}dot(t){let e=0;for(let i=0;i<this.ELEMENTS;++i)e+=this[i]*t[i];return it(e)}normalize(){let t=this.magnitude();if(t!==0)for(let e=0;e<this.ELEMENTS;++e)this[e]/=t;return this.check()}multiply(...t){for(let e of t)for(let i=0;i<this.ELEMENTS;++i)this[i]*=e[i];return this.check()}divide(...t){for(let e of t)for(let i=0;i<this.ELEMENTS;++i)this[i]/=e[i];return this.check()}lengthSq(){return this.lengthSquared()}distanceTo(t){return this.distance(t)}distanceToSquared(t){return this.distanceSquared(t)}getComponent(t){return ga(t>=0&&t<this.ELEMENTS,"index is out of range"),it(this[t])}setComponent(t,e){return ga(t>=0&&t<this.ELEMENTS,"index is out of range"),this[t]=e,this.check()}addVectors(t,e){return this.copy(t).add(e)}subVectors(t,e){return this.copy(t).subtract(e)}multiplyVectors(t,e){return this.copy(t).multiply(e)}addScaledVector(t,e){return this.add(new this.constructor(t).multiplyScalar(e))}};var st={};en(st,{add:()=>Cm,angle:()=>$m,ceil:()=>Tm,clone:()=>bm,copy:()=>Sm,create:()=>kf,cross:()=>jm,dist:()=>ey,distance:()=>Bf,div:()=>ty,divide:()=>Df,dot:()=>Nm,equals:()=>Xm,exactEquals:()=>qm,floor:()=>Am,forEach:()=>oy,fromValues:()=>Em,inverse:()=>Dm,len:()=>Km,length:()=>jf,lerp:()=>Fm,max:()=>Im,min:()=>Lm,mul:()=>Qm,multiply:()=>zf,negate:()=>zm,normalize:()=>Bm,random:()=>Vm,rotate:()=>Ym,round:()=>Om,scale:()=>km,scaleAndAdd:()=>Rm,set:()=>Mm,sqrDist:()=>ny,sqrLen:()=>iy,squaredDistance:()=>Nf,squaredLength:()=>Ff,str:()=>Zm,sub:()=>Jm,subtract:()=>Rf,transformMat2:()=>Um,transformMat2d:()=>Wm,transformMat3:()=>Gm,transformMat4:()=>ma,zero:()=>Hm});var H=typeof Float32Array<"u"?Float32Array:Array,Gt=Math.random;function xt(n){return n>=0?Math.round(n):n%.5===0?Math.floor(n):Math.round(n)}var GS=Math.PI/180;function kf(){let n=new H(2);return H!=Float32Array&&(n[0]=0,n[1]=0),n}function bm(n){let t=new H(2);return t[0]=n[0],t[1]=n[1],t}function Em(n,t){let e=new H(2);return e[0]=n,e[1]=t,e}function Sm(n,t){return n[0]=t[0],n[1]=t[1],n}function Mm(n,t,e){return n[0]=t,n[1]=e,n}function Cm(n,t,e){return n[0]=t[0]+e[0],n[1]=t[1]+e[1],n}function Rf(n,t,e){return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n}function zf(n,t,e){return n[0]=t[0]*e[0],n[1]=t[1]*e[1],n}function Df(n,t,e){return n[0]=t[0]/e[0],n[1]=t[1]/e[1],n}function Tm(n,t){return n[0]=Math.ceil(t[0]),n[1]=Math.ceil(t[1]),n}function Am(n,t){return n[0]=Math.floor(t[0]),n[1]=Math.floor(t[1]),n}function Lm(n,t,e){return n[0]=Math.min(t[0],e[0]),n[1]=Math.min(t[1],e[1]),n}function Im(n,t,e){return n[0]=Math.max(t[0],e[0]),n[1]=Math.max(t[1],e[1]),n}function Om(n,t){return n[0]=xt(t[0]),n[1]=xt(t[1]),n}function km(n,t,e){return n[0]=t[0]*e,n[1]=t[1]*e,n}function Rm(n,t,e,i){return n[0]=t[0]+e[0]*i,n[1]=t[1]+e[1]*i,n}function Bf(n,t){let e=t[0]-n[0],i=t[1]-n[1];return Math.sqrt(e*e+i*i)}function Nf(n,t){let e=t[0]-n[0],i=t[1]-n[1];return e*e+i*i}function jf(n){let t=n[0],e=n[1];return Math.sqrt(t*t+e*e)}function Ff(n){let t=n[0],e=n[1];return t*t+e*e}function zm(n,t){return n[0]=-t[0],n[1]=-t[1],n}function Dm(n,t){return n[0]=1/t[0],n[1]=1/t[1],n}function Bm(n,t){let e=t[0],i=t[1],o=e*e+i*i;return o>0&&(o=1/Math.sqrt(o)),n[0]=t[0]*o,n[1]=t[1]*o,n}function Nm(n,t){return n[0]*t[0]+n[1]*t[1]}function jm(n,t,e){let i=t[0]*e[1]-t[1]*e[0];return n[0]=n[1]=0,n[2]=i,n}function Fm(n,t,e,i){let o=t[0],r=t[1];return n[0]=o+i*(e[0]-o),n[1]=r+i*(e[1]-r),n}function Vm(n,t){t=t===void 0?1:t;let e=Gt()*2*Math.PI;return n[0]=Math.cos(e)*t,n[1]=Math.sin(e)*t,n}function Um(n,t,e){let i=t[0],o=t[1];return n[0]=e[0]*i+e[2]*o,n[1]=e[1]*i+e[3]*o,n}function Wm(n,t,e){let i=t[0],o=t[1];return n[0]=e[0]*i+e[2]*o+e[4],n[1]=e[1]*i+e[3]*o+e[5],n}function Gm(n,t,e){let i=t[0],o=t[1];return n[0]=e[0]*i+e[3]*o+e[6],n[1]=e[1]*i+e[4]*o+e[7],n}function ma(n,t,e){let i=t[0],o=t[1];return n[0]=e[0]*i+e[4]*o+e[12],n[1]=e[1]*i+e[5]*o+e[13],n}function Ym(n,t,e,i){let o=t[0]-e[0],r=t[1]-e[1],s=Math.sin(i),a=Math.cos(i);return n[0]=o*a-r*s+e[0],n[1]=o*s+r*a+e[1],n}function $m(n,t){let e=n[0],i=n[1],o=t[0],r=t[1],s=Math.sqrt((e*e+i*i)*(o*o+r*r)),a=s&&(e*o+i*r)/s;return Math.acos(Math.min(Math.max(a,-1),1))}function Hm(n){return n[0]=0,n[1]=0,n}function Zm(n){return`vec2(${n[0]}, ${n[1]})`}function qm(n,t){return n[0]===t[0]&&n[1]===t[1]}function Xm(n,t){let e=n[0],i=n[1],o=t[0],r=t[1];return Math.abs(e-o)<=1e-6*Math.max(1,Math.abs(e),Math.abs(o))&&Math.abs(i-r)<=1e-6*Math.max(1,Math.abs(i),Math.abs(r))}var Km=jf,Jm=Rf,Qm=zf,ty=Df,ey=Bf,ny=Nf,iy=Ff,oy=(function(){let n=kf();return function(t,e,i,o,r,s){let a,c;for(e||(e=2),i||(i=0),o?c=Math.min(o*e+i,t.length):c=t.length,a=i;a<c;a+=e)n[0]=t[a],n[1]=t[a+1],r(n,n,s),t[a]=n[0],t[a+1]=n[1];return t}})();function Vf(n,t,e){let i=t[0],o=t[1],r=e[3]*i+e[7]*o||1;return n[0]=(e[0]*i+e[4]*o)/r,n[1]=(e[1]*i+e[5]*o)/r,n}function fr(n,t,e){let i=t[0],o=t[1],r=t[2],s=e[3]*i+e[7]*o+e[11]*r||1;return n[0]=(e[0]*i+e[4]*o+e[8]*r)/s,n[1]=(e[1]*i+e[5]*o+e[9]*r)/s,n[2]=(e[2]*i+e[6]*o+e[10]*r)/s,n}function Uf(n,t,e){let i=t[0],o=t[1];return n[0]=e[0]*i+e[2]*o,n[1]=e[1]*i+e[3]*o,n[2]=t[2],n}var un={};en(un,{add:()=>ly,angle:()=>Ea,bezier:()=>by,ceil:()=>fy,clone:()=>ry,copy:()=>ay,create:()=>Wf,cross:()=>xa,dist:()=>Oy,distance:()=>Zf,div:()=>Iy,divide:()=>Hf,dot:()=>ya,equals:()=>Ty,exactEquals:()=>Cy,floor:()=>hy,forEach:()=>Dy,fromValues:()=>sy,hermite:()=>Py,inverse:()=>xy,len:()=>Ry,length:()=>Gf,lerp:()=>_y,max:()=>dy,min:()=>uy,mul:()=>Ly,multiply:()=>$f,negate:()=>yy,normalize:()=>vy,random:()=>Ey,rotateX:()=>wa,rotateY:()=>Pa,rotateZ:()=>ba,round:()=>py,scale:()=>gy,scaleAndAdd:()=>my,set:()=>cy,slerp:()=>wy,sqrDist:()=>ky,sqrLen:()=>zy,squaredDistance:()=>qf,squaredLength:()=>Xf,str:()=>My,sub:()=>Ay,subtract:()=>Yf,transformMat3:()=>va,transformMat4:()=>ei,transformQuat:()=>_a,zero:()=>Sy});function Wf(){let n=new H(3);return H!=Float32Array&&(n[0]=0,n[1]=0,n[2]=0),n}function ry(n){let t=new H(3);return t[0]=n[0],t[1]=n[1],t[2]=n[2],t}function Gf(n){let t=n[0],e=n[1],i=n[2];return Math.sqrt(t*t+e*e+i*i)}function sy(n,t,e){let i=new H(3);return i[0]=n,i[1]=t,i[2]=e,i}function ay(n,t){return n[0]=t[0],n[1]=t[1],n[2]=t[2],n}function cy(n,t,e,i){return n[0]=t,n[1]=e,n[2]=i,n}function ly(n,t,e){return n[0]=t[0]+e[0],n[1]=t[1]+e[1],n[2]=t[2]+e[2],n}function Yf(n,t,e){return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n[2]=t[2]-e[2],n}function $f(n,t,e){return n[0]=t[0]*e[0],n[1]=t[1]*e[1],n[2]=t[2]*e[2],n}function Hf(n,t,e){return n[0]=t[0]/e[0],n[1]=t[1]/e[1],n[2]=t[2]/e[2],n}function fy(n,t){return n[0]=Math.ceil(t[0]),n[1]=Math.ceil(t[1]),n[2]=Math.ceil(t[2]),n}function hy(n,t){return n[0]=Math.floor(t[0]),n[1]=Math.floor(t[1]),n[2]=Math.floor(t[2]),n}function uy(n,t,e){return n[0]=Math.min(t[0],e[0]),n[1]=Math.min(t[1],e[1]),n[2]=Math.min(t[2],e[2]),n}function dy(n,t,e){return n[0]=Math.max(t[0],e[0]),n[1]=Math.max(t[1],e[1]),n[2]=Math.max(t[2],e[2]),n}function py(n,t){return n[0]=xt(t[0]),n[1]=xt(t[1]),n[2]=xt(t[2]),n}function gy(n,t,e){return n[0]=t[0]*e,n[1]=t[1]*e,n[2]=t[2]*e,n}function my(n,t,e,i){return n[0]=t[0]+e[0]*i,n[1]=t[1]+e[1]*i,n[2]=t[2]+e[2]*i,n}function Zf(n,t){let e=t[0]-n[0],i=t[1]-n[1],o=t[2]-n[2];return Math.sqrt(e*e+i*i+o*o)}function qf(n,t){let e=t[0]-n[0],i=t[1]-n[1],o=t[2]-n[2];return e*e+i*i+o*o}function Xf(n){let t=n[0],e=n[1],i=n[2];return t*t+e*e+i*i}function yy(n,t){return n[0]=-t[0],n[1]=-t[1],n[2]=-t[2],n}function xy(n,t){return n[0]=1/t[0],n[1]=1/t[1],n[2]=1/t[2],n}function vy(n,t){let e=t[0],i=t[1],o=t[2],r=e*e+i*i+o*o;return r>0&&(r=1/Math.sqrt(r)),n[0]=t[0]*r,n[1]=t[1]*r,n[2]=t[2]*r,n}function ya(n,t){return n[0]*t[0]+n[1]*t[1]+n[2]*t[2]}function xa(n,t,e){let i=t[0],o=t[1],r=t[2],s=e[0],a=e[1],c=e[2];return n[0]=o*c-r*a,n[1]=r*s-i*c,n[2]=i*a-o*s,n}function _y(n,t,e,i){let o=t[0],r=t[1],s=t[2];return n[0]=o+i*(e[0]-o),n[1]=r+i*(e[1]-r),n[2]=s+i*(e[2]-s),n}function wy(n,t,e,i){let o=Math.acos(Math.min(Math.max(ya(t,e),-1),1)),r=Math.sin(o),s=Math.sin((1-i)*o)/r,a=Math.sin(i*o)/r;return n[0]=s*t[0]+a*e[0],n[1]=s*t[1]+a*e[1],n[2]=s*t[2]+a*e[2],n}function Py(n,t,e,i,o,r){let s=r*r,a=s*(2*r-3)+1,c=s*(r-2)+r,l=s*(r-1),f=s*(3-2*r);return n[0]=t[0]*a+e[0]*c+i[0]*l+o[0]*f,n[1]=t[1]*a+e[1]*c+i[1]*l+o[1]*f,n[2]=t[2]*a+e[2]*c+i[2]*l+o[2]*f,n}function by(n,t,e,i,o,r){let s=1-r,a=s*s,c=r*r,l=a*s,f=3*r*a,h=3*c*s,u=c*r;return n[0]=t[0]*l+e[0]*f+i[0]*h+o[0]*u,n[1]=t[1]*l+e[1]*f+i[1]*h+o[1]*u,n[2]=t[2]*l+e[2]*f+i[2]*h+o[2]*u,n}function Ey(n,t){t=t===void 0?1:t;let e=Gt()*2*Math.PI,i=Gt()*2-1,o=Math.sqrt(1-i*i)*t;return n[0]=Math.cos(e)*o,n[1]=Math.sin(e)*o,n[2]=i*t,n}function ei(n,t,e){let i=t[0],o=t[1],r=t[2],s=e[3]*i+e[7]*o+e[11]*r+e[15];return s=s||1,n[0]=(e[0]*i+e[4]*o+e[8]*r+e[12])/s,n[1]=(e[1]*i+e[5]*o+e[9]*r+e[13])/s,n[2]=(e[2]*i+e[6]*o+e[10]*r+e[14])/s,n}function va(n,t,e){let i=t[0],o=t[1],r=t[2];return n[0]=i*e[0]+o*e[3]+r*e[6],n[1]=i*e[1]+o*e[4]+r*e[7],n[2]=i*e[2]+o*e[5]+r*e[8],n}function _a(n,t,e){let i=e[0],o=e[1],r=e[2],s=e[3],a=t[0],c=t[1],l=t[2],f=o*l-r*c,h=r*a-i*l,u=i*c-o*a,d=o*u-r*h,p=r*f-i*u,g=i*h-o*f,m=s*2;return f*=m,h*=m,u*=m,d*=2,p*=2,g*=2,n[0]=a+f+d,n[1]=c+h+p,n[2]=l+u+g,n}function wa(n,t,e,i){let o=[],r=[];return o[0]=t[0]-e[0],o[1]=t[1]-e[1],o[2]=t[2]-e[2],r[0]=o[0],r[1]=o[1]*Math.cos(i)-o[2]*Math.sin(i),r[2]=o[1]*Math.sin(i)+o[2]*Math.cos(i),n[0]=r[0]+e[0],n[1]=r[1]+e[1],n[2]=r[2]+e[2],n}function Pa(n,t,e,i){let o=[],r=[];return o[0]=t[0]-e[0],o[1]=t[1]-e[1],o[2]=t[2]-e[2],r[0]=o[2]*Math.sin(i)+o[0]*Math.cos(i),r[1]=o[1],r[2]=o[2]*Math.cos(i)-o[0]*Math.sin(i),n[0]=r[0]+e[0],n[1]=r[1]+e[1],n[2]=r[2]+e[2],n}function ba(n,t,e,i){let o=[],r=[];return o[0]=t[0]-e[0],o[1]=t[1]-e[1],o[2]=t[2]-e[2],r[0]=o[0]*Math.cos(i)-o[1]*Math.sin(i),r[1]=o[0]*Math.sin(i)+o[1]*Math.cos(i),r[2]=o[2],n[0]=r[0]+e[0],n[1]=r[1]+e[1],n[2]=r[2]+e[2],n}function Ea(n,t){let e=n[0],i=n[1],o=n[2],r=t[0],s=t[1],a=t[2],c=Math.sqrt((e*e+i*i+o*o)*(r*r+s*s+a*a)),l=c&&ya(n,t)/c;return Math.acos(Math.min(Math.max(l,-1),1))}function Sy(n){return n[0]=0,n[1]=0,n[2]=0,n}function My(n){return`vec3(${n[0]}, ${n[1]}, ${n[2]})`}function Cy(n,t){return n[0]===t[0]&&n[1]===t[1]&&n[2]===t[2]}function Ty(n,t){let e=n[0],i=n[1],o=n[2],r=t[0],s=t[1],a=t[2];return Math.abs(e-r)<=1e-6*Math.max(1,Math.abs(e),Math.abs(r))&&Math.abs(i-s)<=1e-6*Math.max(1,Math.abs(i),Math.abs(s))&&Math.abs(o-a)<=1e-6*Math.max(1,Math.abs(o),Math.abs(a))}var Ay=Yf,Ly=$f,Iy=Hf,Oy=Zf,ky=qf,Ry=Gf,zy=Xf,Dy=(function(){let n=Wf();return function(t,e,i,o,r,s){let a,c;for(e||(e=3),i||(i=0),o?c=Math.min(o*e+i,t.length):c=t.length,a=i;a<c;a+=e)n[0]=t[a],n[1]=t[a+1],n[2]=t[a+2],r(n,n,s),t[a]=n[0],t[a+1]=n[1],t[a+2]=n[2];return t}})();var Sa=[0,0,0],hr,ot=class n extends cr{static get ZERO(){return hr||(hr=new n(0,0,0),Object.freeze(hr)),hr}constructor(t=0,e=0,i=0){super(-0,-0,-0),arguments.length===1&&ne(t)?this.copy(t):(J.debug&&(it(t),it(e),it(i)),this[0]=t,this[1]=e,this[2]=i)}set(t,e,i){return this[0]=t,this[1]=e,this[2]=i,this.check()}copy(t){return this[0]=t[0],this[1]=t[1],this[2]=t[2],this.check()}fromObject(t){return J.debug&&(it(t.x),it(t.y),it(t.z)),this[0]=t.x,this[1]=t.y,this[2]=t.z,this.check()}toObject(t){return t.x=this[0],t.y=this[1],t.z=this[2],t}get ELEMENTS(){return 3}get z(){return this[2]}set z(t){this[2]=it(t)}angle(t){return Ea(this,t)}cross(t){return xa(this,this,t),this.check()}rotateX({radians:t,origin:e=Sa}){return wa(this,this,e,t),this.check()}rotateY({radians:t,origin:e=Sa}){return Pa(this,this,e,t),this.check()}rotateZ({radians:t,origin:e=Sa}){return ba(this,this,e,t),this.check()}transform(t){return this.transformAsPoint(t)}transformAsPoint(t){return ei(this,this,t),this.check()}transformAsVector(t){return fr(this,this,t),this.check()}transformByMatrix3(t){return va(this,this,t),this.check()}transformByMatrix2(t){return Uf(this,this,t),this.check()}transformByQuaternion(t){return _a(this,this,t),this.check()}};var ur=class extends hn{toString(){let t="[";if(J.printRowMajor){t+="row-major:";for(let e=0;e<this.RANK;++e)for(let i=0;i<this.RANK;++i)t+=` ${this[i*this.RANK+e]}`}else{t+="column-major:";for(let e=0;e<this.ELEMENTS;++e)t+=` ${this[e]}`}return t+="]",t}getElementIndex(t,e){return e*this.RANK+t}getElement(t,e){return this[e*this.RANK+t]}setElement(t,e,i){return this[e*this.RANK+t]=it(i),this}getColumn(t,e=new Array(this.RANK).fill(-0)){let i=t*this.RANK;for(let o=0;o<this.RANK;++o)e[o]=this[i+o];return e}setColumn(t,e){let i=t*this.RANK;for(let o=0;o<this.RANK;++o)this[i+o]=e[o];return this}};var K={};en(K,{add:()=>ax,adjoint:()=>Uy,clone:()=>Ny,copy:()=>jy,create:()=>By,decompose:()=>Jy,determinant:()=>Ta,equals:()=>hx,exactEquals:()=>fx,frob:()=>sx,fromQuat:()=>za,fromQuat2:()=>qy,fromRotation:()=>Yy,fromRotationTranslation:()=>Jf,fromRotationTranslationScale:()=>Qy,fromRotationTranslationScaleOrigin:()=>tx,fromScaling:()=>Gy,fromTranslation:()=>Wy,fromValues:()=>Fy,fromXRotation:()=>$y,fromYRotation:()=>Hy,fromZRotation:()=>Zy,frustum:()=>Da,getRotation:()=>Ky,getScaling:()=>Qf,getTranslation:()=>Xy,identity:()=>Kf,invert:()=>Ca,lookAt:()=>ja,mul:()=>ux,multiply:()=>ni,multiplyScalar:()=>cx,multiplyScalarAndAdd:()=>lx,ortho:()=>Na,orthoNO:()=>eh,orthoZO:()=>ix,perspective:()=>Ba,perspectiveFromFieldOfView:()=>nx,perspectiveNO:()=>th,perspectiveZO:()=>ex,rotate:()=>Ia,rotateX:()=>Oa,rotateY:()=>ka,rotateZ:()=>Ra,scale:()=>La,set:()=>Vy,str:()=>rx,sub:()=>dx,subtract:()=>nh,targetTo:()=>ox,translate:()=>Aa,transpose:()=>Ma});function By(){let n=new H(16);return H!=Float32Array&&(n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[11]=0,n[12]=0,n[13]=0,n[14]=0),n[0]=1,n[5]=1,n[10]=1,n[15]=1,n}function Ny(n){let t=new H(16);return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],t}function jy(n,t){return n[0]=t[0],n[1]=t[1],n[2]=t[2],n[3]=t[3],n[4]=t[4],n[5]=t[5],n[6]=t[6],n[7]=t[7],n[8]=t[8],n[9]=t[9],n[10]=t[10],n[11]=t[11],n[12]=t[12],n[13]=t[13],n[14]=t[14],n[15]=t[15],n}function Fy(n,t,e,i,o,r,s,a,c,l,f,h,u,d,p,g){let m=new H(16);return m[0]=n,m[1]=t,m[2]=e,m[3]=i,m[4]=o,m[5]=r,m[6]=s,m[7]=a,m[8]=c,m[9]=l,m[10]=f,m[11]=h,m[12]=u,m[13]=d,m[14]=p,m[15]=g,m}function Vy(n,t,e,i,o,r,s,a,c,l,f,h,u,d,p,g,m){return n[0]=t,n[1]=e,n[2]=i,n[3]=o,n[4]=r,n[5]=s,n[6]=a,n[7]=c,n[8]=l,n[9]=f,n[10]=h,n[11]=u,n[12]=d,n[13]=p,n[14]=g,n[15]=m,n}function Kf(n){return n[0]=1,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=1,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[10]=1,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n}function Ma(n,t){if(n===t){let e=t[1],i=t[2],o=t[3],r=t[6],s=t[7],a=t[11];n[1]=t[4],n[2]=t[8],n[3]=t[12],n[4]=e,n[6]=t[9],n[7]=t[13],n[8]=i,n[9]=r,n[11]=t[14],n[12]=o,n[13]=s,n[14]=a}else n[0]=t[0],n[1]=t[4],n[2]=t[8],n[3]=t[12],n[4]=t[1],n[5]=t[5],n[6]=t[9],n[7]=t[13],n[8]=t[2],n[9]=t[6],n[10]=t[10],n[11]=t[14],n[12]=t[3],n[13]=t[7],n[14]=t[11],n[15]=t[15];return n}function Ca(n,t){let e=t[0],i=t[1],o=t[2],r=t[3],s=t[4],a=t[5],c=t[6],l=t[7],f=t[8],h=t[9],u=t[10],d=t[11],p=t[12],g=t[13],m=t[14],v=t[15],_=e*a-i*s,y=e*c-o*s,x=e*l-r*s,w=i*c-o*a,P=i*l-r*a,M=o*l-r*c,E=f*g-h*p,S=f*m-u*p,b=f*v-d*p,O=h*m-u*g,L=h*v-d*g,A=u*v-d*m,R=_*A-y*L+x*O+w*b-P*S+M*E;return R?(R=1/R,n[0]=(a*A-c*L+l*O)*R,n[1]=(o*L-i*A-r*O)*R,n[2]=(g*M-m*P+v*w)*R,n[3]=(u*P-h*M-d*w)*R,n[4]=(c*b-s*A-l*S)*R,n[5]=(e*A-o*b+r*S)*R,n[6]=(m*x-p*M-v*y)*R,n[7]=(f*M-u*x+d*y)*R,n[8]=(s*L-a*b+l*E)*R,n[9]=(i*b-e*L-r*E)*R,n[10]=(p*P-g*x+v*_)*R,n[11]=(h*x-f*P-d*_)*R,n[12]=(a*S-s*O-c*E)*R,n[13]=(e*O-i*S+o*E)*R,n[14]=(g*y-p*w-m*_)*R,n[15]=(f*w-h*y+u*_)*R,n):null}function Uy(n,t){let e=t[0],i=t[1],o=t[2],r=t[3],s=t[4],a=t[5],c=t[6],l=t[7],f=t[8],h=t[9],u=t[10],d=t[11],p=t[12],g=t[13],m=t[14],v=t[15],_=e*a-i*s,y=e*c-o*s,x=e*l-r*s,w=i*c-o*a,P=i*l-r*a,M=o*l-r*c,E=f*g-h*p,S=f*m-u*p,b=f*v-d*p,O=h*m-u*g,L=h*v-d*g,A=u*v-d*m;return n[0]=a*A-c*L+l*O,n[1]=o*L-i*A-r*O,n[2]=g*M-m*P+v*w,n[3]=u*P-h*M-d*w,n[4]=c*b-s*A-l*S,n[5]=e*A-o*b+r*S,n[6]=m*x-p*M-v*y,n[7]=f*M-u*x+d*y,n[8]=s*L-a*b+l*E,n[9]=i*b-e*L-r*E,n[10]=p*P-g*x+v*_,n[11]=h*x-f*P-d*_,n[12]=a*S-s*O-c*E,n[13]=e*O-i*S+o*E,n[14]=g*y-p*w-m*_,n[15]=f*w-h*y+u*_,n}function Ta(n){let t=n[0],e=n[1],i=n[2],o=n[3],r=n[4],s=n[5],a=n[6],c=n[7],l=n[8],f=n[9],h=n[10],u=n[11],d=n[12],p=n[13],g=n[14],m=n[15],v=t*s-e*r,_=t*a-i*r,y=e*a-i*s,x=l*p-f*d,w=l*g-h*d,P=f*g-h*p,M=t*P-e*w+i*x,E=r*P-s*w+a*x,S=l*y-f*_+h*v,b=d*y-p*_+g*v;return c*M-o*E+m*S-u*b}function ni(n,t,e){let i=t[0],o=t[1],r=t[2],s=t[3],a=t[4],c=t[5],l=t[6],f=t[7],h=t[8],u=t[9],d=t[10],p=t[11],g=t[12],m=t[13],v=t[14],_=t[15],y=e[0],x=e[1],w=e[2],P=e[3];return n[0]=y*i+x*a+w*h+P*g,n[1]=y*o+x*c+w*u+P*m,n[2]=y*r+x*l+w*d+P*v,n[3]=y*s+x*f+w*p+P*_,y=e[4],x=e[5],w=e[6],P=e[7],n[4]=y*i+x*a+w*h+P*g,n[5]=y*o+x*c+w*u+P*m,n[6]=y*r+x*l+w*d+P*v,n[7]=y*s+x*f+w*p+P*_,y=e[8],x=e[9],w=e[10],P=e[11],n[8]=y*i+x*a+w*h+P*g,n[9]=y*o+x*c+w*u+P*m,n[10]=y*r+x*l+w*d+P*v,n[11]=y*s+x*f+w*p+P*_,y=e[12],x=e[13],w=e[14],P=e[15],n[12]=y*i+x*a+w*h+P*g,n[13]=y*o+x*c+w*u+P*m,n[14]=y*r+x*l+w*d+P*v,n[15]=y*s+x*f+w*p+P*_,n}function Aa(n,t,e){let i=e[0],o=e[1],r=e[2],s,a,c,l,f,h,u,d,p,g,m,v;return t===n?(n[12]=t[0]*i+t[4]*o+t[8]*r+t[12],n[13]=t[1]*i+t[5]*o+t[9]*r+t[13],n[14]=t[2]*i+t[6]*o+t[10]*r+t[14],n[15]=t[3]*i+t[7]*o+t[11]*r+t[15]):(s=t[0],a=t[1],c=t[2],l=t[3],f=t[4],h=t[5],u=t[6],d=t[7],p=t[8],g=t[9],m=t[10],v=t[11],n[0]=s,n[1]=a,n[2]=c,n[3]=l,n[4]=f,n[5]=h,n[6]=u,n[7]=d,n[8]=p,n[9]=g,n[10]=m,n[11]=v,n[12]=s*i+f*o+p*r+t[12],n[13]=a*i+h*o+g*r+t[13],n[14]=c*i+u*o+m*r+t[14],n[15]=l*i+d*o+v*r+t[15]),n}function La(n,t,e){let i=e[0],o=e[1],r=e[2];return n[0]=t[0]*i,n[1]=t[1]*i,n[2]=t[2]*i,n[3]=t[3]*i,n[4]=t[4]*o,n[5]=t[5]*o,n[6]=t[6]*o,n[7]=t[7]*o,n[8]=t[8]*r,n[9]=t[9]*r,n[10]=t[10]*r,n[11]=t[11]*r,n[12]=t[12],n[13]=t[13],n[14]=t[14],n[15]=t[15],n}function Ia(n,t,e,i){let o=i[0],r=i[1],s=i[2],a=Math.sqrt(o*o+r*r+s*s),c,l,f,h,u,d,p,g,m,v,_,y,x,w,P,M,E,S,b,O,L,A,R,Y;return a<1e-6?null:(a=1/a,o*=a,r*=a,s*=a,l=Math.sin(e),c=Math.cos(e),f=1-c,h=t[0],u=t[1],d=t[2],p=t[3],g=t[4],m=t[5],v=t[6],_=t[7],y=t[8],x=t[9],w=t[10],P=t[11],M=o*o*f+c,E=r*o*f+s*l,S=s*o*f-r*l,b=o*r*f-s*l,O=r*r*f+c,L=s*r*f+o*l,A=o*s*f+r*l,R=r*s*f-o*l,Y=s*s*f+c,n[0]=h*M+g*E+y*S,n[1]=u*M+m*E+x*S,n[2]=d*M+v*E+w*S,n[3]=p*M+_*E+P*S,n[4]=h*b+g*O+y*L,n[5]=u*b+m*O+x*L,n[6]=d*b+v*O+w*L,n[7]=p*b+_*O+P*L,n[8]=h*A+g*R+y*Y,n[9]=u*A+m*R+x*Y,n[10]=d*A+v*R+w*Y,n[11]=p*A+_*R+P*Y,t!==n&&(n[12]=t[12],n[13]=t[13],n[14]=t[14],n[15]=t[15]),n)}function Oa(n,t,e){let i=Math.sin(e),o=Math.cos(e),r=t[4],s=t[5],a=t[6],c=t[7],l=t[8],f=t[9],h=t[10],u=t[11];return t!==n&&(n[0]=t[0],n[1]=t[1],n[2]=t[2],n[3]=t[3],n[12]=t[12],n[13]=t[13],n[14]=t[14],n[15]=t[15]),n[4]=r*o+l*i,n[5]=s*o+f*i,n[6]=a*o+h*i,n[7]=c*o+u*i,n[8]=l*o-r*i,n[9]=f*o-s*i,n[10]=h*o-a*i,n[11]=u*o-c*i,n}function ka(n,t,e){let i=Math.sin(e),o=Math.cos(e),r=t[0],s=t[1],a=t[2],c=t[3],l=t[8],f=t[9],h=t[10],u=t[11];return t!==n&&(n[4]=t[4],n[5]=t[5],n[6]=t[6],n[7]=t[7],n[12]=t[12],n[13]=t[13],n[14]=t[14],n[15]=t[15]),n[0]=r*o-l*i,n[1]=s*o-f*i,n[2]=a*o-h*i,n[3]=c*o-u*i,n[8]=r*i+l*o,n[9]=s*i+f*o,n[10]=a*i+h*o,n[11]=c*i+u*o,n}function Ra(n,t,e){let i=Math.sin(e),o=Math.cos(e),r=t[0],s=t[1],a=t[2],c=t[3],l=t[4],f=t[5],h=t[6],u=t[7];return t!==n&&(n[8]=t[8],n[9]=t[9],n[10]=t[10],n[11]=t[11],n[12]=t[12],n[13]=t[13],n[14]=t[14],n[15]=t[15]),n[0]=r*o+l*i,n[1]=s*o+f*i,n[2]=a*o+h*i,n[3]=c*o+u*i,n[4]=l*o-r*i,n[5]=f*o-s*i,n[6]=h*o-a*i,n[7]=u*o-c*i,n}function Wy(n,t){return n[0]=1,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=1,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[10]=1,n[11]=0,n[12]=t[0],n[13]=t[1],n[14]=t[2],n[15]=1,n}function Gy(n,t){return n[0]=t[0],n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=t[1],n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[10]=t[2],n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n}function Yy(n,t,e){let i=e[0],o=e[1],r=e[2],s=Math.sqrt(i*i+o*o+r*r),a,c,l;return s<1e-6?null:(s=1/s,i*=s,o*=s,r*=s,c=Math.sin(t),a=Math.cos(t),l=1-a,n[0]=i*i*l+a,n[1]=o*i*l+r*c,n[2]=r*i*l-o*c,n[3]=0,n[4]=i*o*l-r*c,n[5]=o*o*l+a,n[6]=r*o*l+i*c,n[7]=0,n[8]=i*r*l+o*c,n[9]=o*r*l-i*c,n[10]=r*r*l+a,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n)}function $y(n,t){let e=Math.sin(t),i=Math.cos(t);return n[0]=1,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=i,n[6]=e,n[7]=0,n[8]=0,n[9]=-e,n[10]=i,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n}function Hy(n,t){let e=Math.sin(t),i=Math.cos(t);return n[0]=i,n[1]=0,n[2]=-e,n[3]=0,n[4]=0,n[5]=1,n[6]=0,n[7]=0,n[8]=e,n[9]=0,n[10]=i,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n}function Zy(n,t){let e=Math.sin(t),i=Math.cos(t);return n[0]=i,n[1]=e,n[2]=0,n[3]=0,n[4]=-e,n[5]=i,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[10]=1,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n}function Jf(n,t,e){let i=t[0],o=t[1],r=t[2],s=t[3],a=i+i,c=o+o,l=r+r,f=i*a,h=i*c,u=i*l,d=o*c,p=o*l,g=r*l,m=s*a,v=s*c,_=s*l;return n[0]=1-(d+g),n[1]=h+_,n[2]=u-v,n[3]=0,n[4]=h-_,n[5]=1-(f+g),n[6]=p+m,n[7]=0,n[8]=u+v,n[9]=p-m,n[10]=1-(f+d),n[11]=0,n[12]=e[0],n[13]=e[1],n[14]=e[2],n[15]=1,n}function qy(n,t){let e=new H(3),i=-t[0],o=-t[1],r=-t[2],s=t[3],a=t[4],c=t[5],l=t[6],f=t[7],h=i*i+o*o+r*r+s*s;return h>0?(e[0]=(a*s+f*i+c*r-l*o)*2/h,e[1]=(c*s+f*o+l*i-a*r)*2/h,e[2]=(l*s+f*r+a*o-c*i)*2/h):(e[0]=(a*s+f*i+c*r-l*o)*2,e[1]=(c*s+f*o+l*i-a*r)*2,e[2]=(l*s+f*r+a*o-c*i)*2),Jf(n,t,e),n}function Xy(n,t){return n[0]=t[12],n[1]=t[13],n[2]=t[14],n}function Qf(n,t){let e=t[0],i=t[1],o=t[2],r=t[4],s=t[5],a=t[6],c=t[8],l=t[9],f=t[10];return n[0]=Math.sqrt(e*e+i*i+o*o),n[1]=Math.sqrt(r*r+s*s+a*a),n[2]=Math.sqrt(c*c+l*l+f*f),n}function Ky(n,t){let e=new H(3);Qf(e,t);let i=1/e[0],o=1/e[1],r=1/e[2],s=t[0]*i,a=t[1]*o,c=t[2]*r,l=t[4]*i,f=t[5]*o,h=t[6]*r,u=t[8]*i,d=t[9]*o,p=t[10]*r,g=s+f+p,m=0;return g>0?(m=Math.sqrt(g+1)*2,n[3]=.25*m,n[0]=(h-d)/m,n[1]=(u-c)/m,n[2]=(a-l)/m):s>f&&s>p?(m=Math.sqrt(1+s-f-p)*2,n[3]=(h-d)/m,n[0]=.25*m,n[1]=(a+l)/m,n[2]=(u+c)/m):f>p?(m=Math.sqrt(1+f-s-p)*2,n[3]=(u-c)/m,n[0]=(a+l)/m,n[1]=.25*m,n[2]=(h+d)/m):(m=Math.sqrt(1+p-s-f)*2,n[3]=(a-l)/m,n[0]=(u+c)/m,n[1]=(h+d)/m,n[2]=.25*m),n}function Jy(n,t,e,i){t[0]=i[12],t[1]=i[13],t[2]=i[14];let o=i[0],r=i[1],s=i[2],a=i[4],c=i[5],l=i[6],f=i[8],h=i[9],u=i[10];e[0]=Math.sqrt(o*o+r*r+s*s),e[1]=Math.sqrt(a*a+c*c+l*l),e[2]=Math.sqrt(f*f+h*h+u*u);let d=1/e[0],p=1/e[1],g=1/e[2],m=o*d,v=r*p,_=s*g,y=a*d,x=c*p,w=l*g,P=f*d,M=h*p,E=u*g,S=m+x+E,b=0;return S>0?(b=Math.sqrt(S+1)*2,n[3]=.25*b,n[0]=(w-M)/b,n[1]=(P-_)/b,n[2]=(v-y)/b):m>x&&m>E?(b=Math.sqrt(1+m-x-E)*2,n[3]=(w-M)/b,n[0]=.25*b,n[1]=(v+y)/b,n[2]=(P+_)/b):x>E?(b=Math.sqrt(1+x-m-E)*2,n[3]=(P-_)/b,n[0]=(v+y)/b,n[1]=.25*b,n[2]=(w+M)/b):(b=Math.sqrt(1+E-m-x)*2,n[3]=(v-y)/b,n[0]=(P+_)/b,n[1]=(w+M)/b,n[2]=.25*b),n}function Qy(n,t,e,i){let o=t[0],r=t[1],s=t[2],a=t[3],c=o+o,l=r+r,f=s+s,h=o*c,u=o*l,d=o*f,p=r*l,g=r*f,m=s*f,v=a*c,_=a*l,y=a*f,x=i[0],w=i[1],P=i[2];return n[0]=(1-(p+m))*x,n[1]=(u+y)*x,n[2]=(d-_)*x,n[3]=0,n[4]=(u-y)*w,n[5]=(1-(h+m))*w,n[6]=(g+v)*w,n[7]=0,n[8]=(d+_)*P,n[9]=(g-v)*P,n[10]=(1-(h+p))*P,n[11]=0,n[12]=e[0],n[13]=e[1],n[14]=e[2],n[15]=1,n}function tx(n,t,e,i,o){let r=t[0],s=t[1],a=t[2],c=t[3],l=r+r,f=s+s,h=a+a,u=r*l,d=r*f,p=r*h,g=s*f,m=s*h,v=a*h,_=c*l,y=c*f,x=c*h,w=i[0],P=i[1],M=i[2],E=o[0],S=o[1],b=o[2],O=(1-(g+v))*w,L=(d+x)*w,A=(p-y)*w,R=(d-x)*P,Y=(1-(u+v))*P,F=(m+_)*P,U=(p+y)*M,Ro=(m-_)*M,zo=(1-(u+g))*M;return n[0]=O,n[1]=L,n[2]=A,n[3]=0,n[4]=R,n[5]=Y,n[6]=F,n[7]=0,n[8]=U,n[9]=Ro,n[10]=zo,n[11]=0,n[12]=e[0]+E-(O*E+R*S+U*b),n[13]=e[1]+S-(L*E+Y*S+Ro*b),n[14]=e[2]+b-(A*E+F*S+zo*b),n[15]=1,n}function za(n,t){let e=t[0],i=t[1],o=t[2],r=t[3],s=e+e,a=i+i,c=o+o,l=e*s,f=i*s,h=i*a,u=o*s,d=o*a,p=o*c,g=r*s,m=r*a,v=r*c;return n[0]=1-h-p,n[1]=f+v,n[2]=u-m,n[3]=0,n[4]=f-v,n[5]=1-l-p,n[6]=d+g,n[7]=0,n[8]=u+m,n[9]=d-g,n[10]=1-l-h,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,n}function Da(n,t,e,i,o,r,s){let a=1/(e-t),c=1/(o-i),l=1/(r-s);return n[0]=r*2*a,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=r*2*c,n[6]=0,n[7]=0,n[8]=(e+t)*a,n[9]=(o+i)*c,n[10]=(s+r)*l,n[11]=-1,n[12]=0,n[13]=0,n[14]=s*r*2*l,n[15]=0,n}function th(n,t,e,i,o){let r=1/Math.tan(t/2);if(n[0]=r/e,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=r,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[11]=-1,n[12]=0,n[13]=0,n[15]=0,o!=null&&o!==1/0){let s=1/(i-o);n[10]=(o+i)*s,n[14]=2*o*i*s}else n[10]=-1,n[14]=-2*i;return n}var Ba=th;function ex(n,t,e,i,o){let r=1/Math.tan(t/2);if(n[0]=r/e,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=r,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[11]=-1,n[12]=0,n[13]=0,n[15]=0,o!=null&&o!==1/0){let s=1/(i-o);n[10]=o*s,n[14]=o*i*s}else n[10]=-1,n[14]=-i;return n}function nx(n,t,e,i){let o=Math.tan(t.upDegrees*Math.PI/180),r=Math.tan(t.downDegrees*Math.PI/180),s=Math.tan(t.leftDegrees*Math.PI/180),a=Math.tan(t.rightDegrees*Math.PI/180),c=2/(s+a),l=2/(o+r);return n[0]=c,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=l,n[6]=0,n[7]=0,n[8]=-((s-a)*c*.5),n[9]=(o-r)*l*.5,n[10]=i/(e-i),n[11]=-1,n[12]=0,n[13]=0,n[14]=i*e/(e-i),n[15]=0,n}function eh(n,t,e,i,o,r,s){let a=1/(t-e),c=1/(i-o),l=1/(r-s);return n[0]=-2*a,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=-2*c,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[10]=2*l,n[11]=0,n[12]=(t+e)*a,n[13]=(o+i)*c,n[14]=(s+r)*l,n[15]=1,n}var Na=eh;function ix(n,t,e,i,o,r,s){let a=1/(t-e),c=1/(i-o),l=1/(r-s);return n[0]=-2*a,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=-2*c,n[6]=0,n[7]=0,n[8]=0,n[9]=0,n[10]=l,n[11]=0,n[12]=(t+e)*a,n[13]=(o+i)*c,n[14]=r*l,n[15]=1,n}function ja(n,t,e,i){let o,r,s,a,c,l,f,h,u,d,p=t[0],g=t[1],m=t[2],v=i[0],_=i[1],y=i[2],x=e[0],w=e[1],P=e[2];return Math.abs(p-x)<1e-6&&Math.abs(g-w)<1e-6&&Math.abs(m-P)<1e-6?Kf(n):(h=p-x,u=g-w,d=m-P,o=1/Math.sqrt(h*h+u*u+d*d),h*=o,u*=o,d*=o,r=_*d-y*u,s=y*h-v*d,a=v*u-_*h,o=Math.sqrt(r*r+s*s+a*a),o?(o=1/o,r*=o,s*=o,a*=o):(r=0,s=0,a=0),c=u*a-d*s,l=d*r-h*a,f=h*s-u*r,o=Math.sqrt(c*c+l*l+f*f),o?(o=1/o,c*=o,l*=o,f*=o):(c=0,l=0,f=0),n[0]=r,n[1]=c,n[2]=h,n[3]=0,n[4]=s,n[5]=l,n[6]=u,n[7]=0,n[8]=a,n[9]=f,n[10]=d,n[11]=0,n[12]=-(r*p+s*g+a*m),n[13]=-(c*p+l*g+f*m),n[14]=-(h*p+u*g+d*m),n[15]=1,n)}function ox(n,t,e,i){let o=t[0],r=t[1],s=t[2],a=i[0],c=i[1],l=i[2],f=o-e[0],h=r-e[1],u=s-e[2],d=f*f+h*h+u*u;d>0&&(d=1/Math.sqrt(d),f*=d,h*=d,u*=d);let p=c*u-l*h,g=l*f-a*u,m=a*h-c*f;return d=p*p+g*g+m*m,d>0&&(d=1/Math.sqrt(d),p*=d,g*=d,m*=d),n[0]=p,n[1]=g,n[2]=m,n[3]=0,n[4]=h*m-u*g,n[5]=u*p-f*m,n[6]=f*g-h*p,n[7]=0,n[8]=f,n[9]=h,n[10]=u,n[11]=0,n[12]=o,n[13]=r,n[14]=s,n[15]=1,n}function rx(n){return`mat4(${n[0]}, ${n[1]}, ${n[2]}, ${n[3]}, ${n[4]}, ${n[5]}, ${n[6]}, ${n[7]}, ${n[8]}, ${n[9]}, ${n[10]}, ${n[11]}, ${n[12]}, ${n[13]}, ${n[14]}, ${n[15]})`}function sx(n){return Math.sqrt(n[0]*n[0]+n[1]*n[1]+n[2]*n[2]+n[3]*n[3]+n[4]*n[4]+n[5]*n[5]+n[6]*n[6]+n[7]*n[7]+n[8]*n[8]+n[9]*n[9]+n[10]*n[10]+n[11]*n[11]+n[12]*n[12]+n[13]*n[13]+n[14]*n[14]+n[15]*n[15])}function ax(n,t,e){return n[0]=t[0]+e[0],n[1]=t[1]+e[1],n[2]=t[2]+e[2],n[3]=t[3]+e[3],n[4]=t[4]+e[4],n[5]=t[5]+e[5],n[6]=t[6]+e[6],n[7]=t[7]+e[7],n[8]=t[8]+e[8],n[9]=t[9]+e[9],n[10]=t[10]+e[10],n[11]=t[11]+e[11],n[12]=t[12]+e[12],n[13]=t[13]+e[13],n[14]=t[14]+e[14],n[15]=t[15]+e[15],n}function nh(n,t,e){return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n[2]=t[2]-e[2],n[3]=t[3]-e[3],n[4]=t[4]-e[4],n[5]=t[5]-e[5],n[6]=t[6]-e[6],n[7]=t[7]-e[7],n[8]=t[8]-e[8],n[9]=t[9]-e[9],n[10]=t[10]-e[10],n[11]=t[11]-e[11],n[12]=t[12]-e[12],n[13]=t[13]-e[13],n[14]=t[14]-e[14],n[15]=t[15]-e[15],n}function cx(n,t,e){return n[0]=t[0]*e,n[1]=t[1]*e,n[2]=t[2]*e,n[3]=t[3]*e,n[4]=t[4]*e,n[5]=t[5]*e,n[6]=t[6]*e,n[7]=t[7]*e,n[8]=t[8]*e,n[9]=t[9]*e,n[10]=t[10]*e,n[11]=t[11]*e,n[12]=t[12]*e,n[13]=t[13]*e,n[14]=t[14]*e,n[15]=t[15]*e,n}function lx(n,t,e,i){return n[0]=t[0]+e[0]*i,n[1]=t[1]+e[1]*i,n[2]=t[2]+e[2]*i,n[3]=t[3]+e[3]*i,n[4]=t[4]+e[4]*i,n[5]=t[5]+e[5]*i,n[6]=t[6]+e[6]*i,n[7]=t[7]+e[7]*i,n[8]=t[8]+e[8]*i,n[9]=t[9]+e[9]*i,n[10]=t[10]+e[10]*i,n[11]=t[11]+e[11]*i,n[12]=t[12]+e[12]*i,n[13]=t[13]+e[13]*i,n[14]=t[14]+e[14]*i,n[15]=t[15]+e[15]*i,n}function fx(n,t){return n[0]===t[0]&&n[1]===t[1]&&n[2]===t[2]&&n[3]===t[3]&&n[4]===t[4]&&n[5]===t[5]&&n[6]===t[6]&&n[7]===t[7]&&n[8]===t[8]&&n[9]===t[9]&&n[10]===t[10]&&n[11]===t[11]&&n[12]===t[12]&&n[13]===t[13]&&n[14]===t[14]&&n[15]===t[15]}function hx(n,t){let e=n[0],i=n[1],o=n[2],r=n[3],s=n[4],a=n[5],c=n[6],l=n[7],f=n[8],h=n[9],u=n[10],d=n[11],p=n[12],g=n[13],m=n[14],v=n[15],_=t[0],y=t[1],x=t[2],w=t[3],P=t[4],M=t[5],E=t[6],S=t[7],b=t[8],O=t[9],L=t[10],A=t[11],R=t[12],Y=t[13],F=t[14],U=t[15];return Math.abs(e-_)<=1e-6*Math.max(1,Math.abs(e),Math.abs(_))&&Math.abs(i-y)<=1e-6*Math.max(1,Math.abs(i),Math.abs(y))&&Math.abs(o-x)<=1e-6*Math.max(1,Math.abs(o),Math.abs(x))&&Math.abs(r-w)<=1e-6*Math.max(1,Math.abs(r),Math.abs(w))&&Math.abs(s-P)<=1e-6*Math.max(1,Math.abs(s),Math.abs(P))&&Math.abs(a-M)<=1e-6*Math.max(1,Math.abs(a),Math.abs(M))&&Math.abs(c-E)<=1e-6*Math.max(1,Math.abs(c),Math.abs(E))&&Math.abs(l-S)<=1e-6*Math.max(1,Math.abs(l),Math.abs(S))&&Math.abs(f-b)<=1e-6*Math.max(1,Math.abs(f),Math.abs(b))&&Math.abs(h-O)<=1e-6*Math.max(1,Math.abs(h),Math.abs(O))&&Math.abs(u-L)<=1e-6*Math.max(1,Math.abs(u),Math.abs(L))&&Math.abs(d-A)<=1e-6*Math.max(1,Math.abs(d),Math.abs(A))&&Math.abs(p-R)<=1e-6*Math.max(1,Math.abs(p),Math.abs(R))&&Math.abs(g-Y)<=1e-6*Math.max(1,Math.abs(g),Math.abs(Y))&&Math.abs(m-F)<=1e-6*Math.max(1,Math.abs(m),Math.abs(F))&&Math.abs(v-U)<=1e-6*Math.max(1,Math.abs(v),Math.abs(U))}var ux=ni,dx=nh;var Yt={};en(Yt,{add:()=>xx,ceil:()=>vx,clone:()=>px,copy:()=>mx,create:()=>ih,cross:()=>Lx,dist:()=>Vx,distance:()=>ah,div:()=>Fx,divide:()=>sh,dot:()=>Ax,equals:()=>Bx,exactEquals:()=>Dx,floor:()=>_x,forEach:()=>Yx,fromValues:()=>gx,inverse:()=>Cx,len:()=>Wx,length:()=>lh,lerp:()=>Ix,max:()=>Px,min:()=>wx,mul:()=>jx,multiply:()=>rh,negate:()=>Mx,normalize:()=>Tx,random:()=>Ox,round:()=>bx,scale:()=>Ex,scaleAndAdd:()=>Sx,set:()=>yx,sqrDist:()=>Ux,sqrLen:()=>Gx,squaredDistance:()=>ch,squaredLength:()=>fh,str:()=>zx,sub:()=>Nx,subtract:()=>oh,transformMat4:()=>Fa,transformQuat:()=>kx,zero:()=>Rx});function ih(){let n=new H(4);return H!=Float32Array&&(n[0]=0,n[1]=0,n[2]=0,n[3]=0),n}function px(n){let t=new H(4);return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t}function gx(n,t,e,i){let o=new H(4);return o[0]=n,o[1]=t,o[2]=e,o[3]=i,o}function mx(n,t){return n[0]=t[0],n[1]=t[1],n[2]=t[2],n[3]=t[3],n}function yx(n,t,e,i,o){return n[0]=t,n[1]=e,n[2]=i,n[3]=o,n}function xx(n,t,e){return n[0]=t[0]+e[0],n[1]=t[1]+e[1],n[2]=t[2]+e[2],n[3]=t[3]+e[3],n}function oh(n,t,e){return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n[2]=t[2]-e[2],n[3]=t[3]-e[3],n}function rh(n,t,e){return n[0]=t[0]*e[0],n[1]=t[1]*e[1],n[2]=t[2]*e[2],n[3]=t[3]*e[3],n}function sh(n,t,e){return n[0]=t[0]/e[0],n[1]=t[1]/e[1],n[2]=t[2]/e[2],n[3]=t[3]/e[3],n}function vx(n,t){return n[0]=Math.ceil(t[0]),n[1]=Math.ceil(t[1]),n[2]=Math.ceil(t[2]),n[3]=Math.ceil(t[3]),n}function _x(n,t){return n[0]=Math.floor(t[0]),n[1]=Math.floor(t[1]),n[2]=Math.floor(t[2]),n[3]=Math.floor(t[3]),n}function wx(n,t,e){return n[0]=Math.min(t[0],e[0]),n[1]=Math.min(t[1],e[1]),n[2]=Math.min(t[2],e[2]),n[3]=Math.min(t[3],e[3]),n}function Px(n,t,e){return n[0]=Math.max(t[0],e[0]),n[1]=Math.max(t[1],e[1]),n[2]=Math.max(t[2],e[2]),n[3]=Math.max(t[3],e[3]),n}function bx(n,t){return n[0]=xt(t[0]),n[1]=xt(t[1]),n[2]=xt(t[2]),n[3]=xt(t[3]),n}function Ex(n,t,e){return n[0]=t[0]*e,n[1]=t[1]*e,n[2]=t[2]*e,n[3]=t[3]*e,n}function Sx(n,t,e,i){return n[0]=t[0]+e[0]*i,n[1]=t[1]+e[1]*i,n[2]=t[2]+e[2]*i,n[3]=t[3]+e[3]*i,n}function ah(n,t){let e=t[0]-n[0],i=t[1]-n[1],o=t[2]-n[2],r=t[3]-n[3];return Math.sqrt(e*e+i*i+o*o+r*r)}function ch(n,t){let e=t[0]-n[0],i=t[1]-n[1],o=t[2]-n[2],r=t[3]-n[3];return e*e+i*i+o*o+r*r}function lh(n){let t=n[0],e=n[1],i=n[2],o=n[3];return Math.sqrt(t*t+e*e+i*i+o*o)}function fh(n){let t=n[0],e=n[1],i=n[2],o=n[3];return t*t+e*e+i*i+o*o}function Mx(n,t){return n[0]=-t[0],n[1]=-t[1],n[2]=-t[2],n[3]=-t[3],n}function Cx(n,t){return n[0]=1/t[0],n[1]=1/t[1],n[2]=1/t[2],n[3]=1/t[3],n}function Tx(n,t){let e=t[0],i=t[1],o=t[2],r=t[3],s=e*e+i*i+o*o+r*r;return s>0&&(s=1/Math.sqrt(s)),n[0]=e*s,n[1]=i*s,n[2]=o*s,n[3]=r*s,n}function Ax(n,t){return n[0]*t[0]+n[1]*t[1]+n[2]*t[2]+n[3]*t[3]}function Lx(n,t,e,i){let o=e[0]*i[1]-e[1]*i[0],r=e[0]*i[2]-e[2]*i[0],s=e[0]*i[3]-e[3]*i[0],a=e[1]*i[2]-e[2]*i[1],c=e[1]*i[3]-e[3]*i[1],l=e[2]*i[3]-e[3]*i[2],f=t[0],h=t[1],u=t[2],d=t[3];return n[0]=h*l-u*c+d*a,n[1]=-(f*l)+u*s-d*r,n[2]=f*c-h*s+d*o,n[3]=-(f*a)+h*r-u*o,n}function Ix(n,t,e,i){let o=t[0],r=t[1],s=t[2],a=t[3];return n[0]=o+i*(e[0]-o),n[1]=r+i*(e[1]-r),n[2]=s+i*(e[2]-s),n[3]=a+i*(e[3]-a),n}function Ox(n,t){t=t===void 0?1:t;let e,i,o,r,s,a;do e=Gt()*2-1,i=Gt()*2-1,s=e*e+i*i;while(s>=1);do o=Gt()*2-1,r=Gt()*2-1,a=o*o+r*r;while(a>=1);let c=Math.sqrt((1-s)/a);return n[0]=t*e,n[1]=t*i,n[2]=t*o*c,n[3]=t*r*c,n}function Fa(n,t,e){let i=t[0],o=t[1],r=t[2],s=t[3];return n[0]=e[0]*i+e[4]*o+e[8]*r+e[12]*s,n[1]=e[1]*i+e[5]*o+e[9]*r+e[13]*s,n[2]=e[2]*i+e[6]*o+e[10]*r+e[14]*s,n[3]=e[3]*i+e[7]*o+e[11]*r+e[15]*s,n}function kx(n,t,e){let i=t[0],o=t[1],r=t[2],s=e[0],a=e[1],c=e[2],l=e[3],f=l*i+a*r-c*o,h=l*o+c*i-s*r,u=l*r+s*o-a*i,d=-s*i-a*o-c*r;return n[0]=f*l+d*-s+h*-c-u*-a,n[1]=h*l+d*-a+u*-s-f*-c,n[2]=u*l+d*-c+f*-a-h*-s,n[3]=t[3],n}function Rx(n){return n[0]=0,n[1]=0,n[2]=0,n[3]=0,n}function zx(n){return`vec4(${n[0]}, ${n[1]}, ${n[2]}, ${n[3]})`}function Dx(n,t){return n[0]===t[0]&&n[1]===t[1]&&n[2]===t[2]&&n[3]===t[3]}function Bx(n,t){let e=n[0],i=n[1],o=n[2],r=n[3],s=t[0],a=t[1],c=t[2],l=t[3];return Math.abs(e-s)<=1e-6*Math.max(1,Math.abs(e),Math.abs(s))&&Math.abs(i-a)<=1e-6*Math.max(1,Math.abs(i),Math.abs(a))&&Math.abs(o-c)<=1e-6*Math.max(1,Math.abs(o),Math.abs(c))&&Math.abs(r-l)<=1e-6*Math.max(1,Math.abs(r),Math.abs(l))}var Nx=oh,jx=rh,Fx=sh,Vx=ah,Ux=ch,Wx=lh,Gx=fh,Yx=(function(){let n=ih();return function(t,e,i,o,r,s){let a,c;for(e||(e=4),i||(i=0),o?c=Math.min(o*e+i,t.length):c=t.length,a=i;a<c;a+=e)n[0]=t[a],n[1]=t[a+1],n[2]=t[a+2],n[3]=t[a+3],r(n,n,s),t[a]=n[0],t[a+1]=n[1],t[a+2]=n[2],t[a+3]=n[3];return t}})();var Wa;(function(n){n[n.COL0ROW0=0]="COL0ROW0",n[n.COL0ROW1=1]="COL0ROW1",n[n.COL0ROW2=2]="COL0ROW2",n[n.COL0ROW3=3]="COL0ROW3",n[n.COL1ROW0=4]="COL1ROW0",n[n.COL1ROW1=5]="COL1ROW1",n[n.COL1ROW2=6]="COL1ROW2",n[n.COL1ROW3=7]="COL1ROW3",n[n.COL2ROW0=8]="COL2ROW0",n[n.COL2ROW1=9]="COL2ROW1",n[n.COL2ROW2=10]="COL2ROW2",n[n.COL2ROW3=11]="COL2ROW3",n[n.COL3ROW0=12]="COL3ROW0",n[n.COL3ROW1=13]="COL3ROW1",n[n.COL3ROW2=14]="COL3ROW2",n[n.COL3ROW3=15]="COL3ROW3"})(Wa||(Wa={}));var $x=45*Math.PI/180,Hx=1,Va=.1,Ua=500,Zx=Object.freeze([1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]),Z=class extends ur{static get IDENTITY(){return Xx()}static get ZERO(){return qx()}get ELEMENTS(){return 16}get RANK(){return 4}get INDICES(){return Wa}constructor(t){super(-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0),arguments.length===1&&Array.isArray(t)?this.copy(t):this.identity()}copy(t){return this[0]=t[0],this[1]=t[1],this[2]=t[2],this[3]=t[3],this[4]=t[4],this[5]=t[5],this[6]=t[6],this[7]=t[7],this[8]=t[8],this[9]=t[9],this[10]=t[10],this[11]=t[11],this[12]=t[12],this[13]=t[13],this[14]=t[14],this[15]=t[15],this.check()}set(t,e,i,o,r,s,a,c,l,f,h,u,d,p,g,m){return this[0]=t,this[1]=e,this[2]=i,this[3]=o,this[4]=r,this[5]=s,this[6]=a,this[7]=c,this[8]=l,this[9]=f,this[10]=h,this[11]=u,this[12]=d,this[13]=p,this[14]=g,this[15]=m,this.check()}setRowMajor(t,e,i,o,r,s,a,c,l,f,h,u,d,p,g,m){return this[0]=t,this[1]=r,this[2]=l,this[3]=d,this[4]=e,this[5]=s,this[6]=f,this[7]=p,this[8]=i,this[9]=a,this[10]=h,this[11]=g,this[12]=o,this[13]=c,this[14]=u,this[15]=m,this.check()}toRowMajor(t){return t[0]=this[0],t[1]=this[4],t[2]=this[8],t[3]=this[12],t[4]=this[1],t[5]=this[5],t[6]=this[9],t[7]=this[13],t[8]=this[2],t[9]=this[6],t[10]=this[10],t[11]=this[14],t[12]=this[3],t[13]=this[7],t[14]=this[11],t[15]=this[15],t}identity(){return this.copy(Zx)}fromObject(t){return this.check()}fromQuaternion(t){return za(this,t),this.check()}frustum(t){let{left:e,right:i,bottom:o,top:r,near:s=Va,far:a=Ua}=t;return a===1/0?Kx(this,e,i,o,r,s):Da(this,e,i,o,r,s,a),this.check()}lookAt(t){let{eye:e,center:i=[0,0,0],up:o=[0,1,0]}=t;return ja(this,e,i,o),this.check()}ortho(t){let{left:e,right:i,bottom:o,top:r,near:s=Va,far:a=Ua}=t;return Na(this,e,i,o,r,s,a),this.check()}orthographic(t){let{fovy:e=$x,aspect:i=Hx,focalDistance:o=1,near:r=Va,far:s=Ua}=t;hh(e);let a=e/2,c=o*Math.tan(a),l=c*i;return this.ortho({left:-l,right:l,bottom:-c,top:c,near:r,far:s})}perspective(t){let{fovy:e=45*Math.PI/180,aspect:i=1,near:o=.1,far:r=500}=t;return hh(e),Ba(this,e,i,o,r),this.check()}determinant(){return Ta(this)}getScale(t=[-0,-0,-0]){return t[0]=Math.sqrt(this[0]*this[0]+this[1]*this[1]+this[2]*this[2]),t[1]=Math.sqrt(this[4]*this[4]+this[5]*this[5]+this[6]*this[6]),t[2]=Math.sqrt(this[8]*this[8]+this[9]*this[9]+this[10]*this[10]),t}getTranslation(t=[-0,-0,-0]){return t[0]=this[12],t[1]=this[13],t[2]=this[14],t}getRotation(t,e){t=t||[-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0],e=e||[-0,-0,-0];let i=this.getScale(e),o=1/i[0],r=1/i[1],s=1/i[2];return t[0]=this[0]*o,t[1]=this[1]*r,t[2]=this[2]*s,t[3]=0,t[4]=this[4]*o,t[5]=this[5]*r,t[6]=this[6]*s,t[7]=0,t[8]=this[8]*o,t[9]=this[9]*r,t[10]=this[10]*s,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,t}getRotationMatrix3(t,e){t=t||[-0,-0,-0,-0,-0,-0,-0,-0,-0],e=e||[-0,-0,-0];let i=this.getScale(e),o=1/i[0],r=1/i[1],s=1/i[2];return t[0]=this[0]*o,t[1]=this[1]*r,t[2]=this[2]*s,t[3]=this[4]*o,t[4]=this[5]*r,t[5]=this[6]*s,t[6]=this[8]*o,t[7]=this[9]*r,t[8]=this[10]*s,t}transpose(){return Ma(this,this),this.check()}invert(){return Ca(this,this),this.check()}multiplyLeft(t){return ni(this,t,this),this.check()}multiplyRight(t){return ni(this,this,t),this.check()}rotateX(t){return Oa(this,this,t),this.check()}rotateY(t){return ka(this,this,t),this.check()}rotateZ(t){return Ra(this,this,t),this.check()}rotateXYZ(t){return this.rotateX(t[0]).rotateY(t[1]).rotateZ(t[2])}rotateAxis(t,e){return Ia(this,this,t,e),this.check()}scale(t){return La(this,this,Array.isArray(t)?t:[t,t,t]),this.check()}translate(t){return Aa(this,this,t),this.check()}transform(t,e){return t.length===4?(e=Fa(e||[-0,-0,-0,-0],t,this),ar(e,4),e):this.transformAsPoint(t,e)}transformAsPoint(t,e){let{length:i}=t,o;switch(i){case 2:o=ma(e||[-0,-0],t,this);break;case 3:o=ei(e||[-0,-0,-0],t,this);break;default:throw new Error("Illegal vector")}return ar(o,t.length),o}transformAsVector(t,e){let i;switch(t.length){case 2:i=Vf(e||[-0,-0],t,this);break;case 3:i=fr(e||[-0,-0,-0],t,this);break;default:throw new Error("Illegal vector")}return ar(i,t.length),i}transformPoint(t,e){return this.transformAsPoint(t,e)}transformVector(t,e){return this.transformAsPoint(t,e)}transformDirection(t,e){return this.transformAsVector(t,e)}makeRotationX(t){return this.identity().rotateX(t)}makeTranslation(t,e,i){return this.identity().translate([t,e,i])}},dr,pr;function qx(){return dr||(dr=new Z([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]),Object.freeze(dr)),dr}function Xx(){return pr||(pr=new Z,Object.freeze(pr)),pr}function hh(n){if(n>Math.PI*2)throw Error("expected radians")}function Kx(n,t,e,i,o,r){let s=2*r/(e-t),a=2*r/(o-i),c=(e+t)/(e-t),l=(o+i)/(o-i),f=-1,h=-1,u=-2*r;return n[0]=s,n[1]=0,n[2]=0,n[3]=0,n[4]=0,n[5]=a,n[6]=0,n[7]=0,n[8]=c,n[9]=l,n[10]=f,n[11]=h,n[12]=0,n[13]=0,n[14]=u,n[15]=0,n}var Jx=`struct LayerUniforms {
  opacity: f32,
};

@group(0) @binding(auto)
var<uniform> layer: LayerUniforms;
`,uh=`layout(std140) uniform layerUniforms {
  uniform float opacity;
} layer;
`,Ga={name:"layer",source:Jx,vs:uh,fs:uh,getUniforms:n=>({opacity:Math.pow(n.opacity,.45454545454545453)}),uniformTypes:{opacity:"f32"}};var Qx=`

@must_use
fn deckgl_premultiplied_alpha(fragColor: vec4<f32>) -> vec4<f32> {
    return vec4(fragColor.rgb * fragColor.a, fragColor.a); 
};
`,$t={name:"color",dependencies:[],source:Qx,getUniforms:n=>({})};var t0=`const SMOOTH_EDGE_RADIUS: f32 = 0.5;

struct VertexGeometry {
  position: vec4<f32>,
  worldPosition: vec3<f32>,
  worldPositionAlt: vec3<f32>,
  normal: vec3<f32>,
  uv: vec2<f32>,
  pickingColor: vec3<f32>,
};

var<private> geometry_: VertexGeometry = VertexGeometry(
  vec4<f32>(0.0, 0.0, 1.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0),
  vec2<f32>(0.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0)
);

struct FragmentGeometry {
  uv: vec2<f32>,
};

var<private> fragmentGeometry: FragmentGeometry;

fn smoothedge(edge: f32, x: f32) -> f32 {
  return smoothstep(edge - SMOOTH_EDGE_RADIUS, edge + SMOOTH_EDGE_RADIUS, x);
}
`,dh="#define SMOOTH_EDGE_RADIUS 0.5",e0=`${dh}

struct VertexGeometry {
  vec4 position;
  vec3 worldPosition;
  vec3 worldPositionAlt;
  vec3 normal;
  vec2 uv;
  vec3 pickingColor;
} geometry = VertexGeometry(
  vec4(0.0, 0.0, 1.0, 0.0),
  vec3(0.0),
  vec3(0.0),
  vec3(0.0),
  vec2(0.0),
  vec3(0.0)
);
`,n0=`${dh}

struct FragmentGeometry {
  vec2 uv;
};
FragmentGeometry geometry;

float smoothedge(float edge, float x) {
  return smoothstep(edge - SMOOTH_EDGE_RADIUS, edge + SMOOTH_EDGE_RADIUS, x);
}
`,gr={name:"geometry",source:t0,vs:e0,fs:n0};var k;(function(n){n[n.Start=1]="Start",n[n.Move=2]="Move",n[n.End=4]="End",n[n.Cancel=8]="Cancel"})(k||(k={}));var W;(function(n){n[n.None=0]="None",n[n.Left=1]="Left",n[n.Right=2]="Right",n[n.Up=4]="Up",n[n.Down=8]="Down",n[n.Horizontal=3]="Horizontal",n[n.Vertical=12]="Vertical",n[n.All=15]="All"})(W||(W={}));var C;(function(n){n[n.Possible=1]="Possible",n[n.Began=2]="Began",n[n.Changed=4]="Changed",n[n.Ended=8]="Ended",n[n.Recognized=8]="Recognized",n[n.Cancelled=16]="Cancelled",n[n.Failed=32]="Failed"})(C||(C={}));var ph="compute",Ya="auto",Be="manipulation",Ne="none",ii="pan-x",oi="pan-y";function $a(n){if(n.includes(Ne))return Ne;let t=n.includes(ii),e=n.includes(oi);return t&&e?Ne:t||e?t?ii:oi:n.includes(Be)?Be:Ya}var ri=class{constructor(t,e){this.actions="",this.manager=t,this.set(e)}set(t){t===ph&&(t=this.compute()),this.manager.element&&(this.manager.element.style.touchAction=t,this.actions=t)}update(){this.set(this.manager.options.touchAction)}compute(){let t=[];for(let e of this.manager.recognizers)e.options.enable&&(t=t.concat(e.getTouchAction()));return $a(t.join(" "))}};function dn(n){return n.trim().split(/\s+/g)}function mr(n,t,e){if(n)for(let i of dn(t))n.addEventListener(i,e,!1)}function yr(n,t,e){if(n)for(let i of dn(t))n.removeEventListener(i,e,!1)}function Ha(n){return(n.ownerDocument||n).defaultView}function Za(n,t){let e=n;for(;e;){if(e===t)return!0;e=e.parentNode}return!1}function xr(n){let t=n.length;if(t===1)return{x:Math.round(n[0].clientX),y:Math.round(n[0].clientY)};let e=0,i=0,o=0;for(;o<t;)e+=n[o].clientX,i+=n[o].clientY,o++;return{x:Math.round(e/t),y:Math.round(i/t)}}function qa(n){let t=[],e=0;for(;e<n.pointers.length;)t[e]={clientX:Math.round(n.pointers[e].clientX),clientY:Math.round(n.pointers[e].clientY)},e++;return{timeStamp:Date.now(),pointers:t,center:xr(t),deltaX:n.deltaX,deltaY:n.deltaY}}function pn(n,t){let e=t.x-n.x,i=t.y-n.y;return Math.sqrt(e*e+i*i)}function si(n,t){let e=t.clientX-n.clientX,i=t.clientY-n.clientY;return Math.sqrt(e*e+i*i)}function gh(n,t){let e=t.x-n.x,i=t.y-n.y;return Math.atan2(i,e)*180/Math.PI}function Xa(n,t){let e=t.clientX-n.clientX,i=t.clientY-n.clientY;return Math.atan2(i,e)*180/Math.PI}function gn(n,t){return n===t?W.None:Math.abs(n)>=Math.abs(t)?n<0?W.Left:W.Right:t<0?W.Up:W.Down}function mh(n,t){let e=t.center,i=n.offsetDelta,o=n.prevDelta,r=n.prevInput;return(t.eventType===k.Start||r?.eventType===k.End)&&(o=n.prevDelta={x:r?.deltaX||0,y:r?.deltaY||0},i=n.offsetDelta={x:e.x,y:e.y}),{deltaX:o.x+(e.x-i.x),deltaY:o.y+(e.y-i.y)}}function vr(n,t,e){return{x:t/n||0,y:e/n||0}}function yh(n,t){return si(t[0],t[1])/si(n[0],n[1])}function xh(n,t){return Xa(t[1],t[0])-Xa(n[1],n[0])}function vh(n,t){let e=n.lastInterval||t,i=t.timeStamp-e.timeStamp,o,r,s,a;if(t.eventType!==k.Cancel&&(i>25||e.velocity===void 0)){let c=t.deltaX-e.deltaX,l=t.deltaY-e.deltaY,f=vr(i,c,l);r=f.x,s=f.y,o=Math.abs(f.x)>Math.abs(f.y)?f.x:f.y,a=gn(c,l),n.lastInterval=t}else o=e.velocity,r=e.velocityX,s=e.velocityY,a=e.direction;t.velocity=o,t.velocityX=r,t.velocityY=s,t.direction=a}function Ka(n,t){return"pointerId"in n?n.pointerId:t}function _h(n,t){n.movementOrigin=new Map(t.map((e,i)=>[Ka(e,i),{clientX:e.clientX,clientY:e.clientY}])),n.firstMovementTime=void 0}function o0(n,t){let e=t.pointers.map(Ka);if(n.movementOrigin?.size===e.length&&e.every(o=>n.movementOrigin.has(o))||_h(n,t.pointers),t.distancePerPointer=t.pointers.map((o,r)=>si(n.movementOrigin.get(e[r]),o)),t.eventType&k.Move&&t.distancePerPointer.some(o=>o>0)&&(n.firstMovementTime??(n.firstMovementTime=t.timeStamp)),t.movementDeltaTime=n.firstMovementTime===void 0?0:t.timeStamp-n.firstMovementTime,t.eventType&(k.End|k.Cancel)){let o=t.changedPointers.map(r=>Ka(r,t.pointers.indexOf(r)));_h(n,t.pointers.filter((r,s)=>!o.includes(e[s])))}}function wh(n,t){let{session:e}=n,{pointers:i}=t,{length:o}=i;e.firstInput||(e.firstInput=qa(t)),o>1&&!e.firstMultiple?e.firstMultiple=qa(t):o===1&&(e.firstMultiple=!1);let{firstInput:r,firstMultiple:s}=e,a=s?s.center:r.center,c=t.center=xr(i);t.timeStamp=Date.now(),t.deltaTime=t.timeStamp-r.timeStamp,o0(e,t),t.angle=gh(a,c),t.distance=pn(a,c);let{deltaX:l,deltaY:f}=mh(e,t);t.deltaX=l,t.deltaY=f,t.offsetDirection=gn(t.deltaX,t.deltaY);let h=vr(t.deltaTime,t.deltaX,t.deltaY);t.overallVelocityX=h.x,t.overallVelocityY=h.y,t.overallVelocity=Math.abs(h.x)>Math.abs(h.y)?h.x:h.y,t.scale=s?yh(s.pointers,i):1,t.rotation=s?xh(s.pointers,i):0,t.maxPointers=e.prevInput?t.pointers.length>e.prevInput.maxPointers?t.pointers.length:e.prevInput.maxPointers:t.pointers.length;let u=n.element;return Za(t.srcEvent.target,u)&&(u=t.srcEvent.target),t.target=u,vh(e,t),t}function Ph(n,t,e){let i=e.pointers.length,o=e.changedPointers.length,r=t&k.Start&&i-o===0,s=t&(k.End|k.Cancel)&&i-o===0;e.isFirst=!!r,e.isFinal=!!s,r&&(n.session={}),e.eventType=t;let a=wh(n,e);n.emit("hammer.input",a),n.recognize(a),n.session.prevInput=a}var ai=class{constructor(t){this.evEl="",this.evWin="",this.evTarget="",this.domHandler=e=>{this.manager.options.enable&&this.handler(e)},this.manager=t,this.element=t.element,this.target=t.options.inputTarget||t.element}callback(t,e){Ph(this.manager,t,e)}init(){mr(this.element,this.evEl,this.domHandler),mr(this.target,this.evTarget,this.domHandler),mr(Ha(this.element),this.evWin,this.domHandler)}destroy(){yr(this.element,this.evEl,this.domHandler),yr(this.target,this.evTarget,this.domHandler),yr(Ha(this.element),this.evWin,this.domHandler)}};var r0={pointerdown:k.Start,pointermove:k.Move,pointerup:k.End,pointercancel:k.Cancel,pointerout:k.Cancel},s0="pointerdown",a0="pointermove pointerup pointercancel",ci=class extends ai{constructor(t){super(t),this.evEl=s0,this.evWin=a0,this.store=this.manager.session.pointerEvents=[],this.init()}handler(t){let{store:e}=this,i=!1,o=r0[t.type],r=t.pointerType,s=r==="touch",a=e.findIndex(c=>c.pointerId===t.pointerId);o&k.Start&&(t.buttons||s)?a<0&&(e.push(t),a=e.length-1):o&(k.End|k.Cancel)&&(i=!0),!(a<0)&&(e[a]=t,this.callback(o,{pointers:e,changedPointers:[t],eventType:o,pointerType:r,srcEvent:t}),i&&e.splice(a,1))}};var c0=["","webkit","Moz","MS","ms","o"];function bh(n,t){let e=t[0].toUpperCase()+t.slice(1);for(let i of c0){let o=i?i+e:t;if(o in n)return o}}var l0=1,Eh=2,Sh={touchAction:"compute",enable:!0,inputTarget:null,cssProps:{userSelect:"none",userDrag:"none",touchCallout:"none",tapHighlightColor:"rgba(0,0,0,0)"}},li=class{constructor(t,e){this.options={...Sh,...e,cssProps:{...Sh.cssProps,...e.cssProps},inputTarget:e.inputTarget||t},this.handlers={},this.session={},this.recognizers=[],this.oldCssProps={},this.element=t,this.input=new ci(this),this.touchAction=new ri(this,this.options.touchAction),this.toggleCssProps(!0)}set(t){return Object.assign(this.options,t),t.touchAction&&this.touchAction.update(),t.inputTarget&&(this.input.destroy(),this.input.target=t.inputTarget,this.input.init()),this}stop(t){this.session.stopped=t?Eh:l0}recognize(t){let{session:e}=this;if(e.stopped)return;this.session.prevented&&t.srcEvent.preventDefault();let i,{recognizers:o}=this,{curRecognizer:r}=e;(!r||r&&r.state&C.Recognized)&&(r=e.curRecognizer=null);let s=0;for(;s<o.length;)i=o[s],e.stopped!==Eh&&(!r||i===r||i.canRecognizeWith(r))?i.recognize(t):i.reset(),!r&&i.state&(C.Began|C.Changed|C.Ended)&&(r=e.curRecognizer=i),s++}get(t){let{recognizers:e}=this;for(let i=0;i<e.length;i++)if(e[i].options.event===t)return e[i];return null}add(t){if(Array.isArray(t)){for(let i of t)this.add(i);return this}let e=this.get(t.options.event);return e&&this.remove(e),this.recognizers.push(t),t.manager=this,this.touchAction.update(),t}remove(t){if(Array.isArray(t)){for(let i of t)this.remove(i);return this}let e=typeof t=="string"?this.get(t):t;if(e){let{recognizers:i}=this,o=i.indexOf(e);o!==-1&&(i.splice(o,1),this.touchAction.update())}return this}on(t,e){if(!t||!e)return;let{handlers:i}=this;for(let o of dn(t))i[o]=i[o]||[],i[o].push(e)}off(t,e){if(!t)return;let{handlers:i}=this;for(let o of dn(t))e?i[o]&&i[o].splice(i[o].indexOf(e),1):delete i[o]}emit(t,e){let i=this.handlers[t]&&this.handlers[t].slice();if(!i||!i.length)return;let o=e;o.type=t,o.preventDefault=function(){e.srcEvent.preventDefault()};let r=0;for(;r<i.length;)i[r](o),r++}destroy(){this.toggleCssProps(!1),this.handlers={},this.session={},this.input.destroy(),this.element=null}toggleCssProps(t){let{element:e}=this;if(e){for(let[i,o]of Object.entries(this.options.cssProps)){let r=bh(e.style,i);t?(this.oldCssProps[r]=e.style[r],e.style[r]=o):e.style[r]=this.oldCssProps[r]||""}t||(this.oldCssProps={})}}};var f0=1;function Mh(){return f0++}function Ja(n){return n&C.Cancelled?"cancel":n&C.Ended?"end":n&C.Changed?"move":n&C.Began?"start":""}var Tt=class{constructor(t){this.options=t,this.id=Mh(),this.state=C.Possible,this.simultaneous={},this.requireFail=[]}set(t){return Object.assign(this.options,t),this.manager.touchAction.update(),this}recognizeWith(t){if(Array.isArray(t)){for(let o of t)this.recognizeWith(o);return this}let e;if(typeof t=="string"){if(e=this.manager.get(t),!e)throw new Error(`Cannot find recognizer ${t}`)}else e=t;let{simultaneous:i}=this;return i[e.id]||(i[e.id]=e,e.recognizeWith(this)),this}dropRecognizeWith(t){if(Array.isArray(t)){for(let i of t)this.dropRecognizeWith(i);return this}let e;return typeof t=="string"?e=this.manager.get(t):e=t,e&&delete this.simultaneous[e.id],this}requireFailure(t){if(Array.isArray(t)){for(let o of t)this.requireFailure(o);return this}let e;if(typeof t=="string"){if(e=this.manager.get(t),!e)throw new Error(`Cannot find recognizer ${t}`)}else e=t;let{requireFail:i}=this;return i.indexOf(e)===-1&&(i.push(e),e.requireFailure(this)),this}dropRequireFailure(t){if(Array.isArray(t)){for(let i of t)this.dropRequireFailure(i);return this}let e;if(typeof t=="string"?e=this.manager.get(t):e=t,e){let i=this.requireFail.indexOf(e);i>-1&&this.requireFail.splice(i,1)}return this}hasRequireFailures(){return!!this.requireFail.find(t=>t.options.enable)}canRecognizeWith(t){return!!this.simultaneous[t.id]}emit(t){if(!t)return;let{state:e}=this;e<C.Ended&&this.manager.emit(this.options.event+Ja(e),t),this.manager.emit(this.options.event,t),t.additionalEvent&&this.manager.emit(t.additionalEvent,t),e>=C.Ended&&this.manager.emit(this.options.event+Ja(e),t)}tryEmit(t){this.canEmit()?this.emit(t):this.state=C.Failed}canEmit(){let t=0;for(;t<this.requireFail.length;){if(!(this.requireFail[t].state&(C.Failed|C.Possible)))return!1;t++}return!0}recognize(t){let e={...t};if(!this.options.enable){this.reset(),this.state=C.Failed;return}this.state&(C.Recognized|C.Cancelled|C.Failed)&&(this.state=C.Possible),this.state=this.process(e),this.state&(C.Began|C.Changed|C.Ended|C.Cancelled)&&this.tryEmit(e)}getEventNames(){return[this.options.event]}reset(){}};function h0(n){return Math.abs(((n+180)%360+360)%360-180)}function u0(n,t){return(t.distance===void 0||n.distance>=t.distance)&&(t.distancePerPointer===void 0||n.distancePerPointer.length>0&&n.distancePerPointer.every(e=>e>=t.distancePerPointer))&&(t.movementDeltaTime===void 0||n.movementDeltaTime>=t.movementDeltaTime)&&(t.rotation===void 0||h0(n.rotation)>=t.rotation)&&(t.scale===void 0||Math.abs(n.scale-1)>=t.scale)}var je=class extends Tt{attrTest(t){let e=this.options.pointers;return e===0||t.pointers.length===e}coherentTest(t){let e=this.options.coherent;return!e?.length||e.some(i=>u0(t,i))}process(t){let{state:e}=this,{eventType:i}=t,o=e&(C.Began|C.Changed),r=this.attrTest(t);return o&&(i&k.Cancel||!r)?e|C.Cancelled:o||r?i&k.End?e|C.Ended:e&C.Began?e|C.Changed:C.Began:C.Failed}};var d0=["","start","move","end","cancel"],mn=class extends Tt{constructor(t={}){super({enable:!0,event:"doubleclickdrag",pointers:1,interval:500,time:350,threshold:28,dragThreshold:1,pixelsPerScale:120,...t}),this._tapStart=null,this._lastTap=null,this._drag=null,this._emittedStart=!1}getTouchAction(){return[Be]}getEventNames(){return d0.map(t=>this.options.event+t)}process(t){let{options:e}=this;return t.pointers.length===e.pointers?t.eventType&k.Start?this._handleStart(t):t.eventType&k.Move?this._handleMove(t):t.eventType&k.Cancel?this._handleEnd(t,!0):t.eventType&k.End?this._handleEnd(t,!1):C.Failed:(this.reset(),C.Failed)}reset(){this._tapStart=null,this._lastTap=null,this._drag=null,this._emittedStart=!1}emit(t){if(t){if(this.state===C.Began){if(!this._drag?.active||this._emittedStart)return;this._emittedStart=!0,this.manager.emit(`${this.options.event}start`,t),this.manager.emit(this.options.event,t);return}if(this.state===C.Changed){if(!this._emittedStart)return;this.manager.emit(`${this.options.event}move`,t),this.manager.emit(this.options.event,t);return}if(this.state===C.Ended){if(!this._emittedStart)return;this.manager.emit(this.options.event,t),this.manager.emit(`${this.options.event}end`,t),this._emittedStart=!1;return}if(this.state===C.Cancelled){if(!this._emittedStart)return;this.manager.emit(this.options.event,t),this.manager.emit(`${this.options.event}cancel`,t),this._emittedStart=!1}}}_handleStart(t){let e=this._getPointerId(t);return this._lastTap&&this._isTapMatch(t,this._lastTap)?(this._tapStart=null,this._lastTap=null,this._drag={startCenter:t.center,pointerId:e,active:!1},this._emittedStart=!1,C.Began):(this._tapStart={center:t.center,timeStamp:t.timeStamp,pointerId:e},this._lastTap=null,this._drag=null,this._emittedStart=!1,C.Failed)}_handleMove(t){if(!this._drag||!this._isSamePointer(t,this._drag.pointerId))return C.Failed;let e=this._drag.startCenter.y-t.center.y;return!this._drag.active&&Math.abs(e)<this.options.dragThreshold?C.Began:(this._drag.active=!0,t.scale=Math.pow(2,e/this.options.pixelsPerScale),this._emittedStart?C.Changed:C.Began)}_handleEnd(t,e){if(this._drag&&this._isSamePointer(t,this._drag.pointerId)){let{active:i,startCenter:o}=this._drag;if(this._drag=null,this._tapStart=null,this._lastTap=null,!i)return this._emittedStart=!1,C.Failed;let r=o.y-t.center.y;return t.scale=Math.pow(2,r/this.options.pixelsPerScale),e?C.Cancelled:C.Ended}return!this._tapStart||!this._isSamePointer(t,this._tapStart.pointerId)?(e&&this.reset(),C.Failed):(this._isValidTap(t)?this._lastTap={center:t.center,timeStamp:t.timeStamp,pointerId:this._tapStart.pointerId}:this._lastTap=null,this._tapStart=null,C.Failed)}_isTapMatch(t,e){return t.timeStamp-e.timeStamp<=this.options.interval&&pn(t.center,e.center)<=this.options.threshold}_isValidTap(t){return t.deltaTime<=this.options.time&&t.distance<=this.options.threshold}_getPointerId(t){return"pointerId"in t.srcEvent?t.srcEvent.pointerId:null}_isSamePointer(t,e){return e===null||this._getPointerId(t)===e}};var Fe=class extends Tt{constructor(t={}){super({enable:!0,event:"tap",pointers:1,taps:1,interval:300,time:250,threshold:9,posThreshold:10,...t}),this.pTime=null,this.pCenter=null,this._timer=null,this._input=null,this.count=0}getTouchAction(){return[Be]}process(t){let{options:e}=this,i=t.pointers.length===e.pointers,o=t.distance<e.threshold,r=t.deltaTime<e.time;if(this.reset(),t.eventType&k.Start&&this.count===0)return this.failTimeout();if(o&&r&&i){if(t.eventType!==k.End)return this.failTimeout();let s=this.pTime?t.timeStamp-this.pTime<e.interval:!0,a=!this.pCenter||pn(this.pCenter,t.center)<e.posThreshold;if(this.pTime=t.timeStamp,this.pCenter=t.center,!a||!s?this.count=1:this.count+=1,this._input=t,this.count%e.taps===0)return this.hasRequireFailures()?(this._timer=setTimeout(()=>{this.state=C.Recognized,this.tryEmit(this._input)},e.interval),C.Began):C.Recognized}return C.Failed}failTimeout(){return this._timer=setTimeout(()=>{this.state=C.Failed},this.options.interval),C.Failed}reset(){clearTimeout(this._timer)}emit(t){this.state===C.Recognized&&(t.tapCount=this.count,this.manager.emit(this.options.event,t))}};var yn=class extends je{constructor(){super(...arguments),this.wheelSession=null,this.wheelSessionUnsubscribe=null,this.handleWheelSessionEvent=t=>{t.device==="trackpad"&&this.handleTrackpadEvent(t)}}set(t){let{wheelSession:e,...i}=t;return e&&e!==this.wheelSession&&(this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=null,this.wheelSession=e),super.set(i),this.updateWheelSessionSubscription(),this}getTrackpadInput(t,e={}){let{srcEvent:i}=t,o=e.deltaX??t.deltaX,r=e.deltaY??t.deltaY,s=gn(o,r),a=Math.sqrt(t.deltaX*t.deltaX+t.deltaY*t.deltaY),c=i;return{pointers:[c,c],changedPointers:[c,c],pointerType:"trackpad",srcEvent:c,eventType:t.eventType,timeStamp:t.timeStamp,deltaTime:t.deltaTime,center:t.center,deltaX:o,deltaY:r,angle:Math.atan2(r,o)*180/Math.PI,distance:Math.sqrt(o*o+r*r),distancePerPointer:[a,a],movementDeltaTime:t.deltaTime,scale:1,rotation:0,direction:s,offsetDirection:s,velocity:t.velocity,velocityX:t.velocityX,velocityY:t.velocityY,overallVelocity:t.overallVelocity,overallVelocityX:t.overallVelocityX,overallVelocityY:t.overallVelocityY,maxPointers:2,target:i.target||this.manager.element,additionalEvent:"",...e}}updateWheelSessionSubscription(){let t=!!(this.wheelSession&&this.options.enable&&this.options.trackpad&&this.options.pointers===2);t&&!this.wheelSessionUnsubscribe?this.wheelSessionUnsubscribe=this.wheelSession.on(this.handleWheelSessionEvent):!t&&this.wheelSessionUnsubscribe&&(this.wheelSessionUnsubscribe(),this.wheelSessionUnsubscribe=null)}};var p0=["","start","move","end","cancel","up","down","left","right"],we=class extends yn{constructor(t={}){super({enable:!0,pointers:1,event:"pan",threshold:10,direction:W.All,trackpad:!1,coherent:[],...t}),this.trackpadGesture=!1,this.pX=null,this.pY=null}getTouchAction(){let{options:{direction:t}}=this,e=[];return t&W.Horizontal&&e.push(oi),t&W.Vertical&&e.push(ii),e}getEventNames(){return p0.map(t=>this.options.event+t)}directionTest(t){let{options:e}=this,i=!0,{distance:o}=t,{direction:r}=t,s=t.deltaX,a=t.deltaY;return r&e.direction||(e.direction&W.Horizontal?(r=s===0?W.None:s<0?W.Left:W.Right,i=s!==this.pX,o=Math.abs(t.deltaX)):(r=a===0?W.None:a<0?W.Up:W.Down,i=a!==this.pY,o=Math.abs(t.deltaY))),t.direction=r,i&&o>e.threshold&&!!(r&e.direction)}attrTest(t){let e=!!(this.state&C.Began),i=!(this.options.coherent?.length&&t.eventType&(k.End|k.Cancel));return super.attrTest(t)&&(e||i&&this.coherentTest(t)&&this.directionTest(t))}emit(t){this.pX=t.deltaX,this.pY=t.deltaY;let e=W[t.direction].toLowerCase();e&&(t.additionalEvent=this.options.event+e),super.emit(t)}handleTrackpadEvent(t){t.isFirst&&(this.trackpadGesture=!t.srcEvent.ctrlKey,!this.trackpadGesture&&this.state&(C.Recognized|C.Cancelled|C.Failed)&&(this.state=C.Possible)),this.trackpadGesture&&(this.recognize(this.getTrackpadInput(t,{deltaX:-t.deltaX,deltaY:-t.deltaY,velocity:-t.velocity,velocityX:-t.velocityX,velocityY:-t.velocityY,overallVelocity:-t.overallVelocity,overallVelocityX:-t.overallVelocityX,overallVelocityY:-t.overallVelocityY})),t.isFinal&&(this.trackpadGesture=!1))}};var g0=["","start","move","end","cancel","in","out"],xn=class extends yn{constructor(t={}){super({enable:!0,event:"pinch",threshold:0,pointers:2,trackpad:!1,coherent:[],...t}),this.trackpadGesture=!1}getTouchAction(){return[Ne]}getEventNames(){return g0.map(t=>this.options.event+t)}attrTest(t){let e=!!this.options.coherent?.length,i=!!(this.state&C.Began),o=!(e&&t.eventType&(k.End|k.Cancel));return super.attrTest(t)&&(i||o&&(e?this.coherentTest(t):Math.abs(t.scale-1)>this.options.threshold))}emit(t){if(t.scale!==1){let e=t.scale<1?"in":"out";t.additionalEvent=this.options.event+e}super.emit(t)}handleTrackpadEvent(t){t.isFirst&&(this.trackpadGesture=t.srcEvent.ctrlKey,!this.trackpadGesture&&this.state&(C.Recognized|C.Cancelled|C.Failed)&&(this.state=C.Possible)),this.trackpadGesture&&(this.recognize(this.getTrackpadInput(t,{deltaX:0,deltaY:0,velocity:0,velocityX:0,velocityY:0,overallVelocity:0,overallVelocityX:0,overallVelocityY:0,scale:Math.exp(-t.deltaY/100)})),t.isFinal&&(this.trackpadGesture=!1))}};var Ht=class{constructor(t,e,i){this.element=t,this.callback=e,this.options=i}listen(t,e){e?this.element.addEventListener(t,this.handleEvent,{passive:!1}):this.element.removeEventListener(t,this.handleEvent)}};var Ch=typeof navigator<"u"&&navigator.userAgent?navigator.userAgent.toLowerCase():"";var v0=Ch.indexOf("firefox")!==-1,_0=40,w0=.25,_r=class extends Ht{constructor(t,e,i){i.enable=i.enable??!1,super(t,e,i),this.handleEvent=o=>{if(!this.options.enable)return;let r=o.deltaY;globalThis.WheelEvent&&(v0&&o.deltaMode===globalThis.WheelEvent.DOM_DELTA_PIXEL&&(r/=globalThis.devicePixelRatio),o.deltaMode===globalThis.WheelEvent.DOM_DELTA_LINE&&(r*=_0)),o.shiftKey&&r&&(r=r*w0),this.callback({type:"wheel",center:{x:o.clientX,y:o.clientY},delta:-r,device:this.options.wheelSession?.device??"unknown",srcEvent:o,pointerType:"mouse",target:o.target})},i.enable&&(this.wheelSessionUnsubscribe=this.options.wheelSession?.on(()=>{}),this.listen("wheel",!0))}destroy(){this.listen("wheel",!1),this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=void 0}enableEventType(t,e){t==="wheel"&&this.options.enable!==e&&(this.options.enable=e,e&&!this.wheelSessionUnsubscribe&&(this.wheelSessionUnsubscribe=this.options.wheelSession?.on(()=>{})),this.listen("wheel",e),e||(this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=void 0))}};var P0=4.000244140625,Th=40,b0=0,E0=1,S0=40,Ah=40,M0=120,C0={classificationDelay:32,endDelay:80},wr=class{constructor(t,e={}){this.subscriptions=new Map,this.session=null,this.classificationTimer=null,this.endTimer=null,this.pressedControlKeys=new Set,this.listeningForControlKeys=!1,this.handleEvent=i=>{if(!this.hasSubscribers)return"unknown";let o=A0(i,this.pressedControlKeys.size>0),r=this.session;if(r&&o.timeStamp-r.lastTimeStamp>=this.options.endDelay){if(this.end(),!this.hasSubscribers)return"unknown";r=null}r?(this.scheduleEnd(),this.addSample(r,o)):(r=this.startPendingSession(o),this.scheduleEnd());let{device:s}=r;return s==="unknown"&&(s=Qa(r.samples,!1),s!=="unknown"&&this.begin(r,s)),s},this.finishClassification=()=>{if(this.classificationTimer=null,!this.session||this.session.device!=="unknown")return;let i=this.session,o=Qa(i.samples,!0);this.begin(i,o==="unknown"?"mouse":o)},this.end=()=>{if(!this.session)return;if(this.session.device==="unknown"){let o=this.session,r=Qa(o.samples,!0);this.begin(o,r==="unknown"?"mouse":r)}if(!this.session)return;let i=this.session;this.emit(k.End,i.lastEvent),this.reset()},this.handleKeyDown=i=>{i.key==="Control"&&this.pressedControlKeys.add(i.code||i.key)},this.handleKeyUp=i=>{i.key==="Control"&&(i.code?this.pressedControlKeys.delete(i.code):this.pressedControlKeys.clear())},this.handleWindowBlur=()=>{this.pressedControlKeys.clear()},this.element=t,this.options={...C0,...e},this.element?.addEventListener("wheel",this.handleEvent,{passive:!0})}get hasSubscribers(){return this.subscriptions.size>0}get device(){return this.session?.device??"unknown"}on(t){let e={listener:t};return this.subscriptions.set(t,e),this.updateControlKeyEventListeners(),()=>{this.subscriptions.get(t)===e&&this.off(t)}}off(t){this.subscriptions.delete(t),this.updateControlKeyEventListeners(),this.hasSubscribers||this.reset()}cancel(){let t=this.session;t&&t.device!=="unknown"&&this.emit(k.Cancel,t.lastEvent),this.reset()}destroy(){this.cancel(),this.subscriptions.clear(),this.updateControlKeyEventListeners(),this.element?.removeEventListener("wheel",this.handleEvent)}startPendingSession(t){let e={samples:[t],device:"unknown",firstTimeStamp:t.timeStamp,lastTimeStamp:t.timeStamp,totalDeltaX:t.deltaX,totalDeltaY:t.deltaY,velocityX:0,velocityY:0,lastEvent:t.event};return this.session=e,this.classificationTimer=globalThis.setTimeout(this.finishClassification,this.options.classificationDelay),e}addSample(t,e){if(t.samples.push(e),t.lastTimeStamp=e.timeStamp,t.lastEvent=e.event,t.totalDeltaX+=e.deltaX,t.totalDeltaY+=e.deltaY,t.device!=="unknown"){let i=t.samples[t.samples.length-2],o=e.timeStamp-i.timeStamp;t.velocityX=o>0?e.deltaX/o:0,t.velocityY=o>0?e.deltaY/o:0,this.emit(k.Move,e.event,{velocityX:t.velocityX,velocityY:t.velocityY})}}begin(t,e){t.device=e,this.clearClassificationTimer(),this.emit(k.Start,t.samples[0].event);let i=t.lastTimeStamp-t.firstTimeStamp;t.velocityX=i>0?t.totalDeltaX/i:0,t.velocityY=i>0?t.totalDeltaY/i:0,this.emit(k.Move,t.lastEvent,{velocityX:t.velocityX,velocityY:t.velocityY})}scheduleEnd(){this.clearEndTimer(),this.endTimer=globalThis.setTimeout(this.end,this.options.endDelay)}emit(t,e,i){let o=this.session;if(!o||o.device==="unknown")return;let r=t===k.Start,s=t===k.End||t===k.Cancel,a=r?o.firstTimeStamp:o.lastTimeStamp,c=r?0:Math.max(0,a-o.firstTimeStamp),l=r?0:o.totalDeltaX,f=r?0:o.totalDeltaY,h=c>0?l/c:0,u=c>0?f/c:0,d=r?0:i?.velocityX??o.velocityX,p=r?0:i?.velocityY??o.velocityY,g={eventType:t,device:o.device,srcEvent:e,timeStamp:a,center:{x:e.clientX,y:e.clientY},deltaX:l,deltaY:f,deltaTime:c,velocity:Math.abs(d)>Math.abs(p)?d:p,velocityX:d,velocityY:p,overallVelocity:Math.abs(h)>Math.abs(u)?h:u,overallVelocityX:h,overallVelocityY:u,isFirst:r,isFinal:s};for(let{listener:m}of[...this.subscriptions.values()])m(g)}reset(){this.clearClassificationTimer(),this.clearEndTimer(),this.session=null}clearClassificationTimer(){this.classificationTimer!==null&&(globalThis.clearTimeout(this.classificationTimer),this.classificationTimer=null)}clearEndTimer(){this.endTimer!==null&&(globalThis.clearTimeout(this.endTimer),this.endTimer=null)}updateControlKeyEventListeners(){let t=this.hasSubscribers,e=T0();!e||t===this.listeningForControlKeys||(this.listeningForControlKeys=t,t?(e.addEventListener("keydown",this.handleKeyDown,!0),e.addEventListener("keyup",this.handleKeyUp,!0),e.addEventListener("blur",this.handleWindowBlur)):(e.removeEventListener("keydown",this.handleKeyDown,!0),e.removeEventListener("keyup",this.handleKeyUp,!0),e.removeEventListener("blur",this.handleWindowBlur),this.pressedControlKeys.clear()))}};function T0(){return typeof window<"u"?window:globalThis.document?.defaultView}function A0(n,t){let e=n.deltaX,i=n.deltaY;return n.deltaMode===E0&&(e*=Th,i*=Th),{event:n,timeStamp:n.timeStamp,deltaX:e,deltaY:i,isControlKeyDown:t}}function Qa(n,t){return n.some(({event:e,isControlKeyDown:i})=>e.ctrlKey&&!i)?"trackpad":n.some(({event:e})=>e.deltaMode!==b0)||n.some(L0)||n.every(({event:e})=>{let i=e.wheelDelta;return i!==void 0&&Math.abs(i)%40===0})?"mouse":n.some(({deltaX:e})=>e!==0)||n.length>1&&I0(n)?"trackpad":t?"mouse":"unknown"}function L0({event:n,deltaX:t,deltaY:e}){if(t!==0||e===0)return!1;let i=Math.abs(e/P0);if(Number.isInteger(i))return!0;let o=n.wheelDelta;return typeof o=="number"&&o!==0&&o%M0===0}function I0(n){for(let t=0;t<n.length;t++){let e=n[t];if(Math.abs(e.deltaX)>Ah||Math.abs(e.deltaY)>Ah||t>0&&e.timeStamp-n[t-1].timeStamp>S0)return!1}return!0}var Lh=["mousedown","mousemove","mouseup","mouseover","mouseout","mouseenter","mouseleave"],Pr=class extends Ht{constructor(t,e,i){super(t,e,{enable:!0,...i}),this.handleEvent=r=>{this.handleOverEvent(r),this.handleOutEvent(r),this.handleEnterEvent(r),this.handleLeaveEvent(r),this.handleMoveEvent(r)},this.pressed=!1;let{enable:o=!1}=this.options;this.enableMoveEvent=o,this.enableLeaveEvent=o,this.enableEnterEvent=o,this.enableOutEvent=o,this.enableOverEvent=o,o&&Lh.forEach(r=>this.listen(r,!0))}destroy(){Lh.forEach(t=>this.listen(t,!1))}enableEventType(t,e){switch(t){case"pointermove":this.enableMoveEvent!==e&&(this.enableMoveEvent=e,this.listen("mousedown",e),this.listen("mousemove",e),this.listen("mouseup",e));break;case"pointerover":this.enableOverEvent!==e&&(this.enableOverEvent=e,this.listen("mouseover",e));break;case"pointerout":this.enableOutEvent!==e&&(this.enableOutEvent=e,this.listen("mouseout",e));break;case"pointerenter":this.enableEnterEvent!==e&&(this.enableEnterEvent=e,this.listen("mouseenter",e));break;case"pointerleave":this.enableLeaveEvent!==e&&(this.enableLeaveEvent=e,this.listen("mouseleave",e));break;default:}}handleOverEvent(t){this.enableOverEvent&&t.type==="mouseover"&&this._emit("pointerover",t)}handleOutEvent(t){this.enableOutEvent&&t.type==="mouseout"&&this._emit("pointerout",t)}handleEnterEvent(t){this.enableEnterEvent&&t.type==="mouseenter"&&this._emit("pointerenter",t)}handleLeaveEvent(t){this.enableLeaveEvent&&t.type==="mouseleave"&&this._emit("pointerleave",t)}handleMoveEvent(t){if(this.enableMoveEvent)switch(t.type){case"mousedown":t.button>=0&&(this.pressed=!0);break;case"mousemove":t.buttons===0&&(this.pressed=!1),this.pressed||this._emit("pointermove",t);break;case"mouseup":this.pressed=!1;break;default:}}_emit(t,e){this.callback({type:t,center:{x:e.clientX,y:e.clientY},srcEvent:e,pointerType:"mouse",target:e.target})}};var Ih=["keydown","keyup"],br=class extends Ht{constructor(t,e,i){super(t,e,{enable:!0,tabIndex:0,...i}),this.handleEvent=r=>{let s=r.target||r.srcElement;s.tagName==="INPUT"&&s.type==="text"||s.tagName==="TEXTAREA"||(this.enableDownEvent&&r.type==="keydown"&&this.callback({type:"keydown",srcEvent:r,key:r.key,target:r.target}),this.enableUpEvent&&r.type==="keyup"&&this.callback({type:"keyup",srcEvent:r,key:r.key,target:r.target}))};let{enable:o=!1}=this.options;this.enableDownEvent=o,this.enableUpEvent=o,t.tabIndex=this.options.tabIndex,t.style.outline="none",o&&Ih.forEach(r=>this.listen(r,!0))}destroy(){Ih.forEach(t=>this.listen(t,!1))}enableEventType(t,e){t==="keydown"&&this.enableDownEvent!==e&&(this.enableDownEvent=e,this.listen(t,e)),t==="keyup"&&this.enableUpEvent!==e&&(this.enableUpEvent=e,this.listen(t,e))}};var Er=class extends Ht{constructor(t,e,i){i.enable=i.enable??!1,super(t,e,i),this.handleEvent=o=>{this.options.enable&&this.callback({type:"contextmenu",center:{x:o.clientX,y:o.clientY},srcEvent:o,pointerType:"mouse",target:o.target})},i.enable&&this.listen("contextmenu",!0)}destroy(){this.listen("contextmenu",!1)}enableEventType(t,e){t==="contextmenu"&&this.options.enable!==e&&(this.options.enable=e,this.listen("contextmenu",e))}};var O0={pointerdown:1,pointermove:2,pointerup:4,mousedown:1,mousemove:2,mouseup:4},k0=0,R0=1,z0=2,D0=1,B0=2,N0=4;function Oh(n){let t=O0[n.srcEvent.type];if(!t)return null;let{buttons:e,button:i}=n.srcEvent,o=!1,r=!1,s=!1;return t===2?(o=!!(e&D0),r=!!(e&N0),s=!!(e&B0)):(o=i===k0,r=i===R0,s=i===z0),{leftButton:o,middleButton:r,rightButton:s}}function kh(n,t){let e=n.center;if(!e)return null;let i=t.getBoundingClientRect(),o=i.width/t.offsetWidth||1,r=i.height/t.offsetHeight||1,s={x:(e.x-i.left-t.clientLeft)/o,y:(e.y-i.top-t.clientTop)/r};return{center:e,offsetCenter:s}}var j0={srcElement:"root",priority:0},Sr=class{constructor(t,e){this.handleEvent=i=>{if(this.isEmpty())return;let o=this._normalizeEvent(i),r=i.srcEvent.target;for(;r&&r!==o.rootElement;){if(this._emit(o,r),o.handled)return;r=r.parentNode}this._emit(o,"root")},this.eventManager=t,this.recognizerName=e,this.handlers=[],this.handlersByElement=new Map,this._active=!1}isEmpty(){return!this._active}add(t,e,i,o=!1,r=!1){let{handlers:s,handlersByElement:a}=this,c={...j0,...i},l=a.get(c.srcElement);l||(l=[],a.set(c.srcElement,l));let f={type:t,handler:e,srcElement:c.srcElement,priority:c.priority};o&&(f.once=!0),r&&(f.passive=!0),s.push(f),this._active=this._active||!f.passive;let h=l.length-1;for(;h>=0&&!(l[h].priority>=f.priority);)h--;l.splice(h+1,0,f)}remove(t,e){let{handlers:i,handlersByElement:o}=this;for(let r=i.length-1;r>=0;r--){let s=i[r];if(s.type===t&&s.handler===e){i.splice(r,1);let a=o.get(s.srcElement);a.splice(a.indexOf(s),1),a.length===0&&o.delete(s.srcElement)}}this._active=i.some(r=>!r.passive)}_emit(t,e){let i=this.handlersByElement.get(e);if(i){let o=!1,r=()=>{t.handled=!0},s=()=>{t.handled=!0,o=!0},a=[];for(let c=0;c<i.length;c++){let{type:l,handler:f,once:h}=i[c];if(f({...t,type:l,stopPropagation:r,stopImmediatePropagation:s}),h&&a.push(i[c]),o)break}for(let c=0;c<a.length;c++){let{type:l,handler:f}=a[c];this.remove(l,f)}}}_normalizeEvent(t){let e=this.eventManager.getElement();return{...t,...Oh(t),...kh(t,e),preventDefault:()=>{t.srcEvent.preventDefault()},stopImmediatePropagation:null,stopPropagation:null,handled:!1,rootElement:e}}};function F0(n){if("recognizer"in n)return n;let t,e=Array.isArray(n)?[...n]:[n];if(typeof e[0]=="function"){let i=e.shift(),o=e.shift()||{};t=new i(o)}else t=e.shift();return{recognizer:t,recognizeWith:typeof e[0]=="string"?[e[0]]:e[0],requireFailure:typeof e[1]=="string"?[e[1]]:e[1]}}var fi=class{constructor(t=null,e={}){if(this._onBasicInput=i=>{this.manager.emit(i.srcEvent.type,i)},this._onOtherEvent=i=>{this.manager.emit(i.type,i)},this.options={recognizers:[],events:{},touchAction:"compute",tabIndex:0,cssProps:{},...e},this.events=new Map,this.element=t,this.wheelSession=new wr(t),!!t){this.manager=new li(t,this.options);for(let i of this.options.recognizers){let{recognizer:o,recognizeWith:r,requireFailure:s}=F0(i);this.manager.add(o),r&&o.recognizeWith(r),s&&o.requireFailure(s)}this.manager.on("hammer.input",this._onBasicInput),this.wheelInput=new _r(t,this._onOtherEvent,{enable:!1,wheelSession:this.wheelSession}),this.moveInput=new Pr(t,this._onOtherEvent,{enable:!1}),this.keyInput=new br(t,this._onOtherEvent,{enable:!1,tabIndex:e.tabIndex}),this.contextmenuInput=new Er(t,this._onOtherEvent,{enable:!1}),this.on(this.options.events)}}getElement(){return this.element}destroy(){if(!this.element){this.wheelSession.destroy();return}this.wheelInput.destroy(),this.wheelSession.destroy(),this.moveInput.destroy(),this.keyInput.destroy(),this.contextmenuInput.destroy(),this.manager.destroy()}on(t,e,i){this._addEventHandler(t,e,i,!1)}once(t,e,i){this._addEventHandler(t,e,i,!0)}watch(t,e,i){this._addEventHandler(t,e,i,!1,!0)}off(t,e){this._removeEventHandler(t,e)}emit(t){this.manager?.emit(t.type,t)}_toggleRecognizer(t,e){let{manager:i}=this;if(!i)return;let o=i.get(t);o&&(o.set({enable:e,wheelSession:this.wheelSession}),i.touchAction.update()),this.wheelInput?.enableEventType(t,e),this.moveInput?.enableEventType(t,e),this.keyInput?.enableEventType(t,e),this.contextmenuInput?.enableEventType(t,e)}_addEventHandler(t,e,i,o,r){if(typeof t!="string"){i=e;for(let[l,f]of Object.entries(t))this._addEventHandler(l,f,i,o,r);return}let{manager:s,events:a}=this;if(!s)return;let c=a.get(t);if(!c){let l=this._getRecognizerName(t)||t;c=new Sr(this,l),a.set(t,c),s&&s.on(t,c.handleEvent)}c.add(t,e,i,o,r),c.isEmpty()||this._toggleRecognizer(c.recognizerName,!0)}_removeEventHandler(t,e){if(typeof t!="string"){for(let[r,s]of Object.entries(t))this._removeEventHandler(r,s);return}let{events:i}=this,o=i.get(t);if(o&&(o.remove(t,e),o.isEmpty())){let{recognizerName:r}=o,s=!1;for(let a of i.values())if(a.recognizerName===r&&!a.isEmpty()){s=!0;break}s||this._toggleRecognizer(r,!1)}}_getRecognizerName(t){return this.manager.recognizers.find(e=>e.getEventNames().includes(t))?.options.event}};var tc={DEFAULT:"default",LNGLAT:"lnglat",METER_OFFSETS:"meter-offsets",LNGLAT_OFFSETS:"lnglat-offsets",CARTESIAN:"cartesian"};Object.defineProperty(tc,"IDENTITY",{get:()=>(I.deprecated("COORDINATE_SYSTEM.IDENTITY","COORDINATE_SYSTEM.CARTESIAN")(),tc.CARTESIAN)});var Q={WEB_MERCATOR:1,GLOBE:2,WEB_MERCATOR_AUTO_OFFSET:4,IDENTITY:0},pt={common:0,meters:1,pixels:2},vn={click:"onClick",dblclick:"onClick",panstart:"onDragStart",panmove:"onDrag",panend:"onDragEnd"},ec={multipan:[we,{threshold:10,pointers:2,trackpad:!0}],pinch:[xn,{trackpad:!0},null,["multipan"]],pan:[we,{threshold:1},["pinch"],["multipan"]],dblclick:[Fe,{event:"dblclick",taps:2,enable:!1}],dblclickdrag:[mn,{event:"dblclickdrag",enable:!1},["dblclick"],null],click:[Fe,{event:"click"},["dblclickdrag"],["dblclick","dblclickdrag"]]};function V0(n,t){if(n===t)return!0;if(Array.isArray(n)){let e=n.length;if(!t||t.length!==e)return!1;for(let i=0;i<e;i++)if(n[i]!==t[i])return!1;return!0}return!1}function Zt(n){let t={},e;return i=>{for(let o in i)if(!V0(i[o],t[o])){e=n(i),t=i;break}return e}}var Rh=[0,0,0,0],U0=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0],zh=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],W0=[0,0,0],Dh=[0,0,0],G0={default:-1,cartesian:0,lnglat:1,"meter-offsets":2,"lnglat-offsets":3};function Ve(n){let t=G0[n];if(t===void 0)throw new Error(`Invalid coordinateSystem: ${n}`);return t}var Y0=Zt(H0);function nc(n,t,e=Dh){e.length<3&&(e=[e[0],e[1],0]);let i=e,o,r=!0;switch(t==="lnglat-offsets"||t==="meter-offsets"?o=e:o=n.isGeospatial?[Math.fround(n.longitude),Math.fround(n.latitude),0]:null,n.projectionMode){case Q.WEB_MERCATOR:(t==="lnglat"||t==="cartesian")&&(o=[0,0,0],r=!1);break;case Q.WEB_MERCATOR_AUTO_OFFSET:t==="lnglat"?i=o:t==="cartesian"&&(i=[Math.fround(n.center[0]),Math.fround(n.center[1]),0],o=n.unprojectPosition(i),i[0]-=e[0],i[1]-=e[1],i[2]-=e[2]);break;case Q.IDENTITY:i=n.position.map(Math.fround),i[2]=i[2]||0;break;case Q.GLOBE:r=!1,o=null;break;default:r=!1}return{geospatialOrigin:o,shaderCoordinateOrigin:i,offsetMode:r}}function $0(n,t,e){let{viewMatrixUncentered:i,projectionMatrix:o}=n,{viewMatrix:r,viewProjectionMatrix:s}=n,a=Rh,c=Rh,l=n.cameraPosition,{geospatialOrigin:f,shaderCoordinateOrigin:h,offsetMode:u}=nc(n,t,e);return u&&(c=n.projectPosition(f||h),l=[l[0]-c[0],l[1]-c[1],l[2]-c[2]],c[3]=1,a=Yt.transformMat4([],c,s),r=i||r,s=K.multiply([],o,r),s=K.multiply([],s,U0)),{viewMatrix:r,viewProjectionMatrix:s,projectionCenter:a,originCommon:c,cameraPosCommon:l,shaderCoordinateOrigin:h,geospatialOrigin:f}}function Bh({viewport:n,devicePixelRatio:t=1,modelMatrix:e=null,coordinateSystem:i="default",coordinateOrigin:o=Dh,autoWrapLongitude:r=!1}){i==="default"&&(i=n.isGeospatial?"lnglat":"cartesian");let s=Y0({viewport:n,devicePixelRatio:t,coordinateSystem:i,coordinateOrigin:o});return s.wrapLongitude=r,s.modelMatrix=e||zh,s}function H0({viewport:n,devicePixelRatio:t,coordinateSystem:e,coordinateOrigin:i}){let{projectionCenter:o,viewProjectionMatrix:r,originCommon:s,cameraPosCommon:a,shaderCoordinateOrigin:c,geospatialOrigin:l}=$0(n,e,i),f=n.getDistanceScales(),h=[n.width*t,n.height*t],u=Yt.transformMat4([],[0,0,-n.focalDistance,1],n.projectionMatrix)[3]||1,d={coordinateSystem:Ve(e),projectionMode:n.projectionMode,coordinateOrigin:c,commonOrigin:s.slice(0,3),center:o,pseudoMeters:!!n._pseudoMeters,viewportSize:h,devicePixelRatio:t,focalDistance:u,commonUnitsPerMeter:f.unitsPerMeter,commonUnitsPerWorldUnit:f.unitsPerMeter,commonUnitsPerWorldUnit2:W0,scale:n.scale,wrapLongitude:!1,viewProjectionMatrix:r,modelMatrix:zh,cameraPosition:a};if(l){let p=n.getDistanceScales(l);switch(e){case"meter-offsets":d.commonUnitsPerWorldUnit=p.unitsPerMeter,d.commonUnitsPerWorldUnit2=p.unitsPerMeter2;break;case"lnglat":case"lnglat-offsets":n._pseudoMeters||(d.commonUnitsPerMeter=p.unitsPerMeter),d.commonUnitsPerWorldUnit=p.unitsPerDegree,d.commonUnitsPerWorldUnit2=p.unitsPerDegree2;break;case"cartesian":d.commonUnitsPerWorldUnit=[1,1,p.unitsPerMeter[2]],d.commonUnitsPerWorldUnit2=[0,0,p.unitsPerMeter2[2]];break;default:break}}if(n.projectionMode===Q.GLOBE&&e==="meter-offsets"){let m=i[0]*Math.PI/180,v=i[1]*Math.PI/180,_=Math.cos(v),y=((i[2]||0)/6370972+1)*256;d.commonOrigin=[Math.sin(m)*_*y,-Math.cos(m)*_*y,Math.sin(v)*y]}return d}var Z0=["default","lnglat","meter-offsets","lnglat-offsets","cartesian"],q0=Z0.map(n=>`const COORDINATE_SYSTEM_${n.toUpperCase().replaceAll("-","_")}: i32 = ${Ve(n)};`).join(""),X0=Object.keys(Q).map(n=>`const PROJECTION_MODE_${n}: i32 = ${Q[n]};`).join(""),K0=Object.keys(pt).map(n=>`const UNIT_${n.toUpperCase()}: i32 = ${pt[n]};`).join(""),J0=`${q0}
${X0}
${K0}

const TILE_SIZE: f32 = 512.0;
const PI: f32 = 3.1415926536;
const WORLD_SCALE: f32 = TILE_SIZE / (PI * 2.0);
const ZERO_64_LOW: vec3<f32> = vec3<f32>(0.0, 0.0, 0.0);
const EARTH_RADIUS: f32 = 6370972.0; // meters
const GLOBE_RADIUS: f32 = 256.0;

// -----------------------------------------------------------------------------
// Uniform block (converted from GLSL uniform block)
// -----------------------------------------------------------------------------
struct ProjectUniforms {
  wrapLongitude: i32,
  coordinateSystem: i32,
  commonUnitsPerMeter: vec3<f32>,
  projectionMode: i32,
  scale: f32,
  commonUnitsPerWorldUnit: vec3<f32>,
  commonUnitsPerWorldUnit2: vec3<f32>,
  center: vec4<f32>,
  modelMatrix: mat4x4<f32>,
  viewProjectionMatrix: mat4x4<f32>,
  viewportSize: vec2<f32>,
  devicePixelRatio: f32,
  focalDistance: f32,
  cameraPosition: vec3<f32>,
  coordinateOrigin: vec3<f32>,
  commonOrigin: vec3<f32>,
  pseudoMeters: i32,
};

@group(0) @binding(auto)
var<uniform> project: ProjectUniforms;

// -----------------------------------------------------------------------------
// Geometry data shared across the project helpers.
// The active layer shader is responsible for populating this private module
// state before calling the project functions below.
// -----------------------------------------------------------------------------

// Structure to carry additional geometry data used by deck.gl filters.
struct Geometry {
  worldPosition: vec3<f32>,
  worldPositionAlt: vec3<f32>,
  position: vec4<f32>,
  normal: vec3<f32>,
  uv: vec2<f32>,
  pickingColor: vec3<f32>,
};

var<private> geometry: Geometry;
`,Nh=`${J0}

// -----------------------------------------------------------------------------
// Functions
// -----------------------------------------------------------------------------

// Returns an adjustment factor for commonUnitsPerMeter
fn _project_size_at_latitude(lat: f32) -> f32 {
  let y = clamp(lat, -89.9, 89.9);
  return 1.0 / cos(radians(y));
}

// Overloaded version: scales a value in meters at a given latitude.
fn _project_size_at_latitude_m(meters: f32, lat: f32) -> f32 {
  return meters * project.commonUnitsPerMeter.z * _project_size_at_latitude(lat);
}

// Computes a non-linear scale factor based on geometry.
// (Note: This function relies on "geometry" being provided.)
fn project_size() -> f32 {
  if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR &&
      project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT &&
      project.pseudoMeters == 0) {
    if (geometry.position.w == 0.0) {
      return _project_size_at_latitude(geometry.worldPosition.y);
    }
    let y: f32 = geometry.position.y / TILE_SIZE * 2.0 - 1.0;
    let y2 = y * y;
    let y4 = y2 * y2;
    let y6 = y4 * y2;
    return 1.0 + 4.9348 * y2 + 4.0587 * y4 + 1.5642 * y6;
  }
  return 1.0;
}

// Overloads to scale offsets (meters to world units)
fn project_size_float(meters: f32) -> f32 {
  return meters * project.commonUnitsPerMeter.z * project_size();
}

fn project_size_vec2(meters: vec2<f32>) -> vec2<f32> {
  return meters * project.commonUnitsPerMeter.xy * project_size();
}

fn project_size_vec3(meters: vec3<f32>) -> vec3<f32> {
  return meters * project.commonUnitsPerMeter * project_size();
}

fn project_size_vec4(meters: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(meters.xyz * project.commonUnitsPerMeter, meters.w);
}

// Returns a rotation matrix aligning the z\u2011axis with the given up vector.
fn project_get_orientation_matrix(up: vec3<f32>) -> mat3x3<f32> {
  let uz = normalize(up);
  let ux = select(
    vec3<f32>(1.0, 0.0, 0.0),
    normalize(vec3<f32>(uz.y, -uz.x, 0.0)),
    abs(uz.z) == 1.0
  );
  let uy = cross(uz, ux);
  return mat3x3<f32>(ux, uy, uz);
}

// Since WGSL does not support "out" parameters, we return a struct.
struct RotationResult {
  needsRotation: bool,
  transform: mat3x3<f32>,
};

fn project_needs_rotation(commonPosition: vec3<f32>) -> RotationResult {
  if (project.projectionMode == PROJECTION_MODE_GLOBE) {
    return RotationResult(true, project_get_orientation_matrix(commonPosition));
  } else {
    return RotationResult(false, mat3x3<f32>());  // identity alternative if needed
  };
}

// Projects a normal vector from the current coordinate system to world space.
fn project_normal(vector: vec3<f32>) -> vec3<f32> {
  let normal_modelspace = project.modelMatrix * vec4<f32>(vector, 0.0);
  var n = normalize(normal_modelspace.xyz * project.commonUnitsPerMeter);
  let rotResult = project_needs_rotation(geometry.position.xyz);
  if (rotResult.needsRotation) {
    n = rotResult.transform * n;
  }
  return n;
}

// Applies a scale offset based on y-offset (dy)
fn project_offset_(offset: vec4<f32>) -> vec4<f32> {
  let dy: f32 = offset.y;
  let commonUnitsPerWorldUnit = project.commonUnitsPerWorldUnit + project.commonUnitsPerWorldUnit2 * dy;
  return vec4<f32>(offset.xyz * commonUnitsPerWorldUnit, offset.w);
}

// Projects lng/lat coordinates to a unit tile [0,1]
fn project_mercator_(lnglat: vec2<f32>) -> vec2<f32> {
  var x = lnglat.x;
  if (project.wrapLongitude != 0) {
    x = ((x + 180.0) % 360.0) - 180.0;
  }
  let y = clamp(lnglat.y, -89.9, 89.9);
  return vec2<f32>(
    radians(x) + PI,
    PI + log(tan_fp32(PI * 0.25 + radians(y) * 0.5))
  ) * WORLD_SCALE;
}

// Projects lng/lat/z coordinates for a globe projection.
fn project_globe_(lnglatz: vec3<f32>) -> vec3<f32> {
  let lambda = radians(lnglatz.x);
  let phi = radians(lnglatz.y);
  let cosPhi = cos(phi);
  let D = (lnglatz.z / EARTH_RADIUS + 1.0) * GLOBE_RADIUS;
  return vec3<f32>(
    sin(lambda) * cosPhi,
    -cos(lambda) * cosPhi,
    sin(phi)
  ) * D;
}

// Projects positions (with an optional 64-bit low part) from the input
// coordinate system to the common space.
fn project_position_vec4_f64(position: vec4<f32>, position64Low: vec3<f32>) -> vec4<f32> {
  var position_world = project.modelMatrix * position;

  // Work around for a Mac+NVIDIA bug:
  if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR) {
    if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
      return vec4<f32>(
        project_mercator_(position_world.xy),
        _project_size_at_latitude_m(position_world.z, position_world.y),
        position_world.w
      );
    }
    if (project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN) {
      position_world = vec4f(position_world.xyz + project.coordinateOrigin, position_world.w);
    }
  }
  if (project.projectionMode == PROJECTION_MODE_GLOBE) {
    if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
      return vec4<f32>(
        project_globe_(position_world.xyz),
        position_world.w
      );
    }
    if (project.coordinateSystem == COORDINATE_SYSTEM_METER_OFFSETS) {
      let enuMatrix = project_get_orientation_matrix(project.commonOrigin);
      let metersToCommon = GLOBE_RADIUS / EARTH_RADIUS;
      let offsetCommon = (enuMatrix * vec3<f32>(-position_world.x, -position_world.y, position_world.z)) * metersToCommon;
      return vec4<f32>(project.commonOrigin + offsetCommon, position_world.w);
    }
  }
  if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET) {
    if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
      if (abs(position_world.y - project.coordinateOrigin.y) > 0.25) {
        return vec4<f32>(
          project_mercator_(position_world.xy) - project.commonOrigin.xy,
          project_size_float(position_world.z),
          position_world.w
        );
      }
    }
  }
  if (project.projectionMode == PROJECTION_MODE_IDENTITY ||
      (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET &&
       (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
        project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN))) {
    position_world = vec4f(position_world.xyz - project.coordinateOrigin, position_world.w);
  }

  return project_offset_(position_world) +
         project_offset_(project.modelMatrix * vec4<f32>(position64Low, 0.0));
}

// Overloaded versions for different input types.
fn project_position_vec4_f32(position: vec4<f32>) -> vec4<f32> {
  return project_position_vec4_f64(position, ZERO_64_LOW);
}

fn project_position_vec3_f64(position: vec3<f32>, position64Low: vec3<f32>) -> vec3<f32> {
  let projected_position = project_position_vec4_f64(vec4<f32>(position, 1.0), position64Low);
  return projected_position.xyz;
}

fn project_position_vec3_f32(position: vec3<f32>) -> vec3<f32> {
  let projected_position = project_position_vec4_f64(vec4<f32>(position, 1.0), ZERO_64_LOW);
  return projected_position.xyz;
}

fn project_position_vec2_f32(position: vec2<f32>) -> vec2<f32> {
  let projected_position = project_position_vec4_f64(vec4<f32>(position, 0.0, 1.0), ZERO_64_LOW);
  return projected_position.xy;
}

// Transforms a common space position to clip space.
fn project_common_position_to_clipspace_with_projection(position: vec4<f32>, viewProjectionMatrix: mat4x4<f32>, center: vec4<f32>) -> vec4<f32> {
  var clipPosition = viewProjectionMatrix * position + center;
  // deck.gl projection matrices use WebGL's [-w, w] depth range; WebGPU clips z to [0, w].
  clipPosition.z = (clipPosition.z + clipPosition.w) * 0.5;
  return clipPosition;
}

// Uses the project viewProjectionMatrix and center.
fn project_common_position_to_clipspace(position: vec4<f32>) -> vec4<f32> {
  return project_common_position_to_clipspace_with_projection(position, project.viewProjectionMatrix, project.center);
}

// Returns a clip space offset corresponding to a given number of screen pixels.
fn project_pixel_size_to_clipspace(pixels: vec2<f32>) -> vec2<f32> {
  let offset = pixels / project.viewportSize * project.devicePixelRatio * 2.0;
  return offset * project.focalDistance;
}

fn project_meter_size_to_pixel(meters: f32) -> f32 {
  return project_size_float(meters) * project.scale;
}

fn project_unit_size_to_pixel(size: f32, unit: i32) -> f32 {
  if (unit == UNIT_METERS) {
    return project_meter_size_to_pixel(size);
  } else if (unit == UNIT_COMMON) {
    return size * project.scale;
  }
  // UNIT_PIXELS: no scaling applied.
  return size;
}

fn project_pixel_size_float(pixels: f32) -> f32 {
  return pixels / project.scale;
}

fn project_pixel_size_vec2(pixels: vec2<f32>) -> vec2<f32> {
  return pixels / project.scale;
}
`;var Q0=["default","lnglat","meter-offsets","lnglat-offsets","cartesian"],tv=Q0.map(n=>`const int COORDINATE_SYSTEM_${n.toUpperCase().replaceAll("-","_")} = ${Ve(n)};`).join(""),ev=Object.keys(Q).map(n=>`const int PROJECTION_MODE_${n} = ${Q[n]};`).join(""),nv=Object.keys(pt).map(n=>`const int UNIT_${n.toUpperCase()} = ${pt[n]};`).join(""),jh=`${tv}
${ev}
${nv}
layout(std140) uniform projectUniforms {
bool wrapLongitude;
int coordinateSystem;
vec3 commonUnitsPerMeter;
int projectionMode;
float scale;
vec3 commonUnitsPerWorldUnit;
vec3 commonUnitsPerWorldUnit2;
vec4 center;
mat4 modelMatrix;
mat4 viewProjectionMatrix;
vec2 viewportSize;
float devicePixelRatio;
float focalDistance;
vec3 cameraPosition;
vec3 coordinateOrigin;
vec3 commonOrigin;
bool pseudoMeters;
} project;
const float TILE_SIZE = 512.0;
const float PI = 3.1415926536;
const float WORLD_SCALE = TILE_SIZE / (PI * 2.0);
const vec3 ZERO_64_LOW = vec3(0.0);
const float EARTH_RADIUS = 6370972.0;
const float GLOBE_RADIUS = 256.0;
float project_size_at_latitude(float lat) {
float y = clamp(lat, -89.9, 89.9);
return 1.0 / cos(radians(y));
}
float project_size() {
if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR &&
project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT &&
project.pseudoMeters == false) {
if (geometry.position.w == 0.0) {
return project_size_at_latitude(geometry.worldPosition.y);
}
float y = geometry.position.y / TILE_SIZE * 2.0 - 1.0;
float y2 = y * y;
float y4 = y2 * y2;
float y6 = y4 * y2;
return 1.0 + 4.9348 * y2 + 4.0587 * y4 + 1.5642 * y6;
}
return 1.0;
}
float project_size_at_latitude(float meters, float lat) {
return meters * project.commonUnitsPerMeter.z * project_size_at_latitude(lat);
}
float project_size(float meters) {
return meters * project.commonUnitsPerMeter.z * project_size();
}
vec2 project_size(vec2 meters) {
return meters * project.commonUnitsPerMeter.xy * project_size();
}
vec3 project_size(vec3 meters) {
return meters * project.commonUnitsPerMeter * project_size();
}
vec4 project_size(vec4 meters) {
return vec4(meters.xyz * project.commonUnitsPerMeter, meters.w);
}
mat3 project_get_orientation_matrix(vec3 up) {
vec3 uz = normalize(up);
vec3 ux = abs(uz.z) == 1.0 ? vec3(1.0, 0.0, 0.0) : normalize(vec3(uz.y, -uz.x, 0));
vec3 uy = cross(uz, ux);
return mat3(ux, uy, uz);
}
bool project_needs_rotation(vec3 commonPosition, out mat3 transform) {
if (project.projectionMode == PROJECTION_MODE_GLOBE) {
transform = project_get_orientation_matrix(commonPosition);
return true;
}
return false;
}
vec3 project_normal(vec3 vector) {
vec4 normal_modelspace = project.modelMatrix * vec4(vector, 0.0);
vec3 n = normalize(normal_modelspace.xyz * project.commonUnitsPerMeter);
mat3 rotation;
if (project_needs_rotation(geometry.position.xyz, rotation)) {
n = rotation * n;
}
return n;
}
vec4 project_offset_(vec4 offset) {
float dy = offset.y;
vec3 commonUnitsPerWorldUnit = project.commonUnitsPerWorldUnit + project.commonUnitsPerWorldUnit2 * dy;
return vec4(offset.xyz * commonUnitsPerWorldUnit, offset.w);
}
vec2 project_mercator_(vec2 lnglat) {
float x = lnglat.x;
if (project.wrapLongitude) {
x = mod(x + 180., 360.0) - 180.;
}
float y = clamp(lnglat.y, -89.9, 89.9);
return vec2(
radians(x) + PI,
PI + log(tan_fp32(PI * 0.25 + radians(y) * 0.5))
) * WORLD_SCALE;
}
vec3 project_globe_(vec3 lnglatz) {
float lambda = radians(lnglatz.x);
float phi = radians(lnglatz.y);
float cosPhi = cos(phi);
float D = (lnglatz.z / EARTH_RADIUS + 1.0) * GLOBE_RADIUS;
return vec3(
sin(lambda) * cosPhi,
-cos(lambda) * cosPhi,
sin(phi)
) * D;
}
vec4 project_position(vec4 position, vec3 position64Low) {
vec4 position_world = project.modelMatrix * position;
if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
return vec4(
project_mercator_(position_world.xy),
project_size_at_latitude(position_world.z, position_world.y),
position_world.w
);
}
if (project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN) {
position_world.xyz += project.coordinateOrigin;
}
}
if (project.projectionMode == PROJECTION_MODE_GLOBE) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
return vec4(
project_globe_(position_world.xyz),
position_world.w
);
}
if (project.coordinateSystem == COORDINATE_SYSTEM_METER_OFFSETS) {
mat3 enuMatrix = project_get_orientation_matrix(project.commonOrigin);
float metersToCommon = GLOBE_RADIUS / EARTH_RADIUS;
vec3 offsetCommon = (enuMatrix * vec3(-position_world.xy, position_world.z)) * metersToCommon;
return vec4(project.commonOrigin + offsetCommon, position_world.w);
}
}
if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
if (abs(position_world.y - project.coordinateOrigin.y) > 0.25) {
return vec4(
project_mercator_(position_world.xy) - project.commonOrigin.xy,
project_size(position_world.z),
position_world.w
);
}
}
}
if (project.projectionMode == PROJECTION_MODE_IDENTITY ||
(project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET &&
(project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN))) {
position_world.xyz -= project.coordinateOrigin;
}
return project_offset_(position_world) + project_offset_(project.modelMatrix * vec4(position64Low, 0.0));
}
vec4 project_position(vec4 position) {
return project_position(position, ZERO_64_LOW);
}
vec3 project_position(vec3 position, vec3 position64Low) {
vec4 projected_position = project_position(vec4(position, 1.0), position64Low);
return projected_position.xyz;
}
vec3 project_position(vec3 position) {
vec4 projected_position = project_position(vec4(position, 1.0), ZERO_64_LOW);
return projected_position.xyz;
}
vec2 project_position(vec2 position) {
vec4 projected_position = project_position(vec4(position, 0.0, 1.0), ZERO_64_LOW);
return projected_position.xy;
}
vec4 project_common_position_to_clipspace(vec4 position, mat4 viewProjectionMatrix, vec4 center) {
return viewProjectionMatrix * position + center;
}
vec4 project_common_position_to_clipspace(vec4 position) {
return project_common_position_to_clipspace(position, project.viewProjectionMatrix, project.center);
}
vec2 project_pixel_size_to_clipspace(vec2 pixels) {
vec2 offset = pixels / project.viewportSize * project.devicePixelRatio * 2.0;
return offset * project.focalDistance;
}
float project_size_to_pixel(float meters) {
return project_size(meters) * project.scale;
}
vec2 project_size_to_pixel(vec2 meters) {
return project_size(meters) * project.scale;
}
float project_size_to_pixel(float size, int unit) {
if (unit == UNIT_METERS) return project_size_to_pixel(size);
if (unit == UNIT_COMMON) return size * project.scale;
return size;
}
float project_pixel_size(float pixels) {
return pixels / project.scale;
}
vec2 project_pixel_size(vec2 pixels) {
return pixels / project.scale;
}
`;var iv={};function ov(n=iv){return"viewport"in n?Bh(n):{}}var ie={name:"project",dependencies:[bl,gr],source:Nh,vs:jh,getUniforms:ov,uniformTypes:{wrapLongitude:"f32",coordinateSystem:"i32",commonUnitsPerMeter:"vec3<f32>",projectionMode:"i32",scale:"f32",commonUnitsPerWorldUnit:"vec3<f32>",commonUnitsPerWorldUnit2:"vec3<f32>",center:"vec4<f32>",modelMatrix:"mat4x4<f32>",viewProjectionMatrix:"mat4x4<f32>",viewportSize:"vec2<f32>",devicePixelRatio:"f32",focalDistance:"f32",cameraPosition:"vec3<f32>",coordinateOrigin:"vec3<f32>",commonOrigin:"vec3<f32>",pseudoMeters:"f32"}};var rv=`// Define a structure to hold both the clip-space position and the common position.
struct ProjectResult {
  clipPosition: vec4<f32>,
  commonPosition: vec4<f32>,
};

// This function mimics the GLSL version with the 'out' parameter by returning both values.
fn project_position_to_clipspace_and_commonspace(
    position: vec3<f32>,
    position64Low: vec3<f32>,
    offset: vec3<f32>
) -> ProjectResult {
  // Compute the projected position.
  let projectedPosition: vec3<f32> = project_position_vec3_f64(position, position64Low);

  // Start with the provided offset.
  var finalOffset: vec3<f32> = offset;

  // Get whether a rotation is needed and the rotation matrix.
  let rotationResult = project_needs_rotation(projectedPosition);

  // If rotation is needed, update the offset.
  if (rotationResult.needsRotation) {
    finalOffset = rotationResult.transform * offset;
  }

  // Compute the common position.
  let commonPosition: vec4<f32> = vec4<f32>(projectedPosition + finalOffset, 1.0);

  // Convert to clip-space.
  let clipPosition: vec4<f32> = project_common_position_to_clipspace(commonPosition);

  return ProjectResult(clipPosition, commonPosition);
}

// A convenience overload that returns only the clip-space position.
fn project_position_to_clipspace(
    position: vec3<f32>,
    position64Low: vec3<f32>,
    offset: vec3<f32>
) -> vec4<f32> {
  return project_position_to_clipspace_and_commonspace(position, position64Low, offset).clipPosition;
}
`,sv=`vec4 project_position_to_clipspace(
  vec3 position, vec3 position64Low, vec3 offset, out vec4 commonPosition
) {
  vec3 projectedPosition = project_position(position, position64Low);
  mat3 rotation;
  if (project_needs_rotation(projectedPosition, rotation)) {
    // offset is specified as ENU
    // when in globe projection, rotate offset so that the ground alighs with the surface of the globe
    offset = rotation * offset;
  }
  commonPosition = vec4(projectedPosition + offset, 1.0);
  return project_common_position_to_clipspace(commonPosition);
}

vec4 project_position_to_clipspace(
  vec3 position, vec3 position64Low, vec3 offset
) {
  vec4 commonPosition;
  return project_position_to_clipspace(position, position64Low, offset, commonPosition);
}
`,qt={name:"project32",dependencies:[ie],source:rv,vs:sv};function ic(){return[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}function Pe(n,t){let e=Yt.transformMat4([],t,n);return Yt.scale(e,e,1/e[3]),e}function hi(n,t,e){return n<t?t:n>e?e:n}function av(n){return Math.log(n)*Math.LOG2E}var ui=Math.log2||av;function At(n,t){if(!n)throw new Error(t||"@math.gl/web-mercator: assertion failed.")}var Lt=Math.PI,Fh=Lt/4,vt=Lt/180,oc=180/Lt,_n=512,Mr=4003e4,wn=85.051129,Vh=1.5;function rc(n){return ui(n)}function _t(n){let[t,e]=n;At(Number.isFinite(t)),At(Number.isFinite(e)&&e>=-90&&e<=90,"invalid latitude");let i=t*vt,o=e*vt,r=_n*(i+Lt)/(2*Lt),s=_n*(Lt+Math.log(Math.tan(Fh+o*.5)))/(2*Lt);return[r,s]}function gt(n){let[t,e]=n,i=t/_n*(2*Lt)-Lt,o=2*(Math.atan(Math.exp(e/_n*(2*Lt)-Lt))-Fh);return[i*oc,o*oc]}function sc(n){let{latitude:t}=n;At(Number.isFinite(t));let e=Math.cos(t*vt);return rc(Mr*e)-9}function di(n){let t=Math.cos(n*vt);return _n/Mr/t}function Pn(n){let{latitude:t,longitude:e,highPrecision:i=!1}=n;At(Number.isFinite(t)&&Number.isFinite(e));let o=_n,r=Math.cos(t*vt),s=o/360,a=s/r,c=o/Mr/r,l={unitsPerMeter:[c,c,c],metersPerUnit:[1/c,1/c,1/c],unitsPerDegree:[s,a,c],degreesPerUnit:[1/s,1/a,1/c]};if(i){let f=vt*Math.tan(t*vt)/r,h=s*f/2,u=o/Mr*f,d=u/a*c;l.unitsPerDegree2=[0,h,u],l.unitsPerMeter2=[d,0,d]}return l}function pi(n,t){let[e,i,o]=n,[r,s,a]=t,{unitsPerMeter:c,unitsPerMeter2:l}=Pn({longitude:e,latitude:i,highPrecision:!0}),f=_t(n);f[0]+=r*(c[0]+l[0]*s),f[1]+=s*(c[1]+l[1]*s);let h=gt(f),u=(o||0)+(a||0);return Number.isFinite(o)||Number.isFinite(a)?[h[0],h[1],u]:h}function Cr(n){let{height:t,pitch:e,bearing:i,altitude:o,scale:r,center:s}=n,a=ic();K.translate(a,a,[0,0,-o]),K.rotateX(a,a,-e*vt),K.rotateZ(a,a,i*vt);let c=r/t;return K.scale(a,a,[c,c,c]),s&&K.translate(a,a,un.negate([],s)),a}function ac(n){let{width:t,height:e,altitude:i,pitch:o=0,offset:r,center:s,scale:a,nearZMultiplier:c=1,farZMultiplier:l=1}=n,{fovy:f=Ue(Vh)}=n;i!==void 0&&(f=Ue(i));let h=f*vt,u=o*vt,d=We(f),p=d;s&&(p+=s[2]*a/Math.cos(u)/e);let g=h*(.5+(r?r[1]:0)/e),m=Math.sin(g)*p/Math.sin(hi(Math.PI/2-u-g,.01,Math.PI-.01)),v=Math.sin(u)*m+p,_=p*10,y=Math.min(v*l,_);return{fov:h,aspect:t/e,focalDistance:d,near:c,far:y}}function Ue(n){return 2*Math.atan(.5/n)*oc}function We(n){return .5/Math.tan(.5*n*vt)}function be(n,t){let[e,i,o=0]=n;return At(Number.isFinite(e)&&Number.isFinite(i)&&Number.isFinite(o)),Pe(t,[e,i,o,1])}function wt(n,t,e=0){let[i,o,r]=n;if(At(Number.isFinite(i)&&Number.isFinite(o),"invalid pixel coordinate"),Number.isFinite(r))return Pe(t,[i,o,r,1]);let s=Pe(t,[i,o,0,1]),a=Pe(t,[i,o,1,1]),c=s[2],l=a[2],f=c===l?0:((e||0)-c)/(l-c);return st.lerp([],s,a,f)}function Tr(n){let{width:t,height:e,bounds:i,minExtent:o=0,maxZoom:r=24,offset:s=[0,0]}=n,[[a,c],[l,f]]=i,h=cv(n.padding),u=_t([a,hi(f,-wn,wn)]),d=_t([l,hi(c,-wn,wn)]),p=[Math.max(Math.abs(d[0]-u[0]),o),Math.max(Math.abs(d[1]-u[1]),o)],g=[t-h.left-h.right-Math.abs(s[0])*2,e-h.top-h.bottom-Math.abs(s[1])*2];At(g[0]>0&&g[1]>0);let m=g[0]/p[0],v=g[1]/p[1],_=(h.right-h.left)/2/m,y=(h.top-h.bottom)/2/v,x=[(d[0]+u[0])/2+_,(d[1]+u[1])/2+y],w=gt(x),P=Math.min(r,ui(Math.abs(Math.min(m,v))));return At(Number.isFinite(P)),{longitude:w[0],latitude:w[1],zoom:P}}function cv(n=0){return typeof n=="number"?{top:n,bottom:n,left:n,right:n}:(At(Number.isFinite(n.top)&&Number.isFinite(n.bottom)&&Number.isFinite(n.left)&&Number.isFinite(n.right)),n)}var Uh=Math.PI/180;function Ar(n,t=0){let{width:e,height:i,unproject:o}=n,r={targetZ:t},s=o([0,i],r),a=o([e,i],r),c,l,f=n.fovy?.5*n.fovy*Uh:Math.atan(.5/n.altitude),h=(90-n.pitch)*Uh;return f>h-.01?(c=Wh(n,0,t),l=Wh(n,e,t)):(c=o([0,0],r),l=o([e,0],r)),[s,a,l,c]}function Wh(n,t,e){let{pixelUnprojectionMatrix:i}=n,o=Pe(i,[t,0,1,1]),r=Pe(i,[t,n.height,1,1]),a=(e*n.distanceScales.unitsPerMeter[2]-o[2])/(r[2]-o[2]),c=st.lerp([],o,r,a),l=gt(c);return l.push(e),l}var Yh=`
layout(std140) uniform shadowUniforms {
  bool drawShadowMap;
  bool useShadowMap;
  vec4 color;
  highp int lightId;
  float lightCount;
  mat4 viewProjectionMatrix0;
  mat4 viewProjectionMatrix1;
  vec4 projectCenter0;
  vec4 projectCenter1;
} shadow;
`,hv=`
const int max_lights = 2;

out vec3 shadow_vPosition[max_lights];

vec4 shadow_setVertexPosition(vec4 position_commonspace) {
  mat4 viewProjectionMatrices[max_lights];
  viewProjectionMatrices[0] = shadow.viewProjectionMatrix0;
  viewProjectionMatrices[1] = shadow.viewProjectionMatrix1;
  vec4 projectCenters[max_lights];
  projectCenters[0] = shadow.projectCenter0;
  projectCenters[1] = shadow.projectCenter1;

  if (shadow.drawShadowMap) {
    return project_common_position_to_clipspace(position_commonspace, viewProjectionMatrices[shadow.lightId], projectCenters[shadow.lightId]);
  }
  if (shadow.useShadowMap) {
    for (int i = 0; i < max_lights; i++) {
      if(i < int(shadow.lightCount)) {
        vec4 shadowMap_position = project_common_position_to_clipspace(position_commonspace, viewProjectionMatrices[i], projectCenters[i]);
        shadow_vPosition[i] = (shadowMap_position.xyz / shadowMap_position.w + 1.0) / 2.0;
      }
    }
  }
  return gl_Position;
}
`,uv=`
${Yh}
${hv}
`,dv=`
const int max_lights = 2;
uniform sampler2D shadow_uShadowMap0;
uniform sampler2D shadow_uShadowMap1;

in vec3 shadow_vPosition[max_lights];

const vec4 bitPackShift = vec4(1.0, 255.0, 65025.0, 16581375.0);
const vec4 bitUnpackShift = 1.0 / bitPackShift;
const vec4 bitMask = vec4(1.0 / 255.0, 1.0 / 255.0, 1.0 / 255.0,  0.0);

float shadow_getShadowWeight(vec3 position, sampler2D shadowMap) {
  vec4 rgbaDepth = texture(shadowMap, position.xy);

  float z = dot(rgbaDepth, bitUnpackShift);
  return smoothstep(0.001, 0.01, position.z - z);
}

vec4 shadow_filterShadowColor(vec4 color) {
  if (shadow.drawShadowMap) {
    vec4 rgbaDepth = fract(gl_FragCoord.z * bitPackShift);
    rgbaDepth -= rgbaDepth.gbaa * bitMask;
    return rgbaDepth;
  }
  if (shadow.useShadowMap) {
    float shadowAlpha = 0.0;
    shadowAlpha += shadow_getShadowWeight(shadow_vPosition[0], shadow_uShadowMap0);
    if(shadow.lightCount > 1.0) {
      shadowAlpha += shadow_getShadowWeight(shadow_vPosition[1], shadow_uShadowMap1);
    }
    shadowAlpha *= shadow.color.a / shadow.lightCount;
    float blendedAlpha = shadowAlpha + color.a * (1.0 - shadowAlpha);

    return vec4(
      mix(color.rgb, shadow.color.rgb, shadowAlpha / blendedAlpha),
      blendedAlpha
    );
  }
  return color;
}
`,pv=`
${Yh}
${dv}
`,gv=Zt(_v),mv=Zt(wv),yv=[0,0,0,1],xv=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0];function vv(n,t){let[e,i,o]=n,r=wt([e,i,o],t);return Number.isFinite(o)?r:[r[0],r[1],0]}function _v({viewport:n,center:t}){return new Z(n.viewProjectionMatrix).invert().transform(t)}function wv({viewport:n,shadowMatrices:t}){let e=[],i=n.pixelUnprojectionMatrix,o=n.isGeospatial?void 0:1,r=[[0,0,o],[n.width,0,o],[0,n.height,o],[n.width,n.height,o],[0,0,-1],[n.width,0,-1],[0,n.height,-1],[n.width,n.height,-1]].map(s=>vv(s,i));for(let s of t){let a=s.clone().translate(new ot(n.center).negate()),c=r.map(f=>a.transform(f)),l=new Z().ortho({left:Math.min(...c.map(f=>f[0])),right:Math.max(...c.map(f=>f[0])),bottom:Math.min(...c.map(f=>f[1])),top:Math.max(...c.map(f=>f[1])),near:Math.min(...c.map(f=>-f[2])),far:Math.max(...c.map(f=>-f[2]))});e.push(l.multiplyRight(s))}return e}function Pv(n){let{shadowEnabled:t=!0,project:e}=n;if(!t||!e||!n.shadowMatrices||!n.shadowMatrices.length)return{drawShadowMap:!1,useShadowMap:!1,shadow_uShadowMap0:n.dummyShadowMap,shadow_uShadowMap1:n.dummyShadowMap};let i=ie.getUniforms(e),o=gv({viewport:e.viewport,center:i.center}),r=[],s=mv({shadowMatrices:n.shadowMatrices,viewport:e.viewport}).slice();for(let c=0;c<n.shadowMatrices.length;c++){let l=s[c],f=l.clone().translate(new ot(e.viewport.center).negate());i.coordinateSystem===Ve("lnglat")&&i.projectionMode===Q.WEB_MERCATOR?(s[c]=f,r[c]=o):(s[c]=l.clone().multiplyRight(xv),r[c]=f.transform(o))}let a={drawShadowMap:!!n.drawToShadowMap,useShadowMap:n.shadowMaps?n.shadowMaps.length>0:!1,color:n.shadowColor||yv,lightId:n.shadowLightId||0,lightCount:n.shadowMatrices.length,shadow_uShadowMap0:n.dummyShadowMap,shadow_uShadowMap1:n.dummyShadowMap};for(let c=0;c<s.length;c++)a[`viewProjectionMatrix${c}`]=s[c],a[`projectCenter${c}`]=r[c];for(let c=0;c<2;c++)a[`shadow_uShadowMap${c}`]=n.shadowMaps&&n.shadowMaps[c]||n.dummyShadowMap;return a}var Lr={name:"shadow",dependencies:[ie],vs:uv,fs:pv,inject:{"vs:DECKGL_FILTER_GL_POSITION":`
    position = shadow_setVertexPosition(geometry.position);
    `,"fs:DECKGL_FILTER_COLOR":`
    color = shadow_filterShadowColor(color);
    `},getUniforms:Pv,uniformTypes:{drawShadowMap:"f32",useShadowMap:"f32",color:"vec4<f32>",lightId:"i32",lightCount:"f32",viewProjectionMatrix0:"mat4x4<f32>",viewProjectionMatrix1:"mat4x4<f32>",projectCenter0:"vec4<f32>",projectCenter1:"vec4<f32>"}};var Ir=10,gi=16777215;function Hh(n,t){n.length===Ir?I.warn(`pickMultipleObjects can only exclude ${Ir} previously picked objects for layers without picking buffers`)():n.push(t)}var bv=`  float disabledPickingIndexCount;
  vec4 disabledPickingIndices0;
  vec4 disabledPickingIndices1;
  vec4 disabledPickingIndices2;
`;function $h(n){return n.replace(`  vec4 highlightColor;
} picking;`,`  vec4 highlightColor;
${bv}} picking;`)}function cc(n,t){return[n[t]||0,n[t+1]||0,n[t+2]||0,n[t+3]||0]}var Ev=`vec3 picking_getPickingColorFromIndex(float objectIndex) {
  if (objectIndex < 0.0 || objectIndex >= ${gi}.0) {
    return vec3(0.0);
  }

  for (int i = 0; i < ${Ir}; i++) {
    if (float(i) >= picking.disabledPickingIndexCount) {
      break;
    }
    vec4 disabledIndices = i < 4
      ? picking.disabledPickingIndices0
      : (i < 8 ? picking.disabledPickingIndices1 : picking.disabledPickingIndices2);
    float disabledIndex = disabledIndices[i - (i / 4) * 4];
    if (disabledIndex == objectIndex) {
      return vec3(0.0);
    }
  }

  float encodedIndex = objectIndex + 1.0;
  return vec3(
    mod(encodedIndex, 256.0),
    mod(floor(encodedIndex / 256.0), 256.0),
    mod(floor(encodedIndex / 65536.0), 256.0)
  );
}

vec3 picking_getPickingColorFromIndex(uint objectIndex) {
  return picking_getPickingColorFromIndex(float(objectIndex));
}

vec3 picking_getPickingColorFromInstanceID() {
  return picking_getPickingColorFromIndex(float(gl_InstanceID));
}

void picking_setPickingColorFromInstanceID() {
  picking_setPickingColor(picking_getPickingColorFromInstanceID());
}
`,Sv=`struct pickingUniforms {
  isActive: f32,
  isAttribute: f32,
  isHighlightActive: f32,
  useByteColors: f32,
  highlightedObjectColor: vec3<f32>,
  highlightColor: vec4<f32>,
  disabledPickingIndexCount: f32,
  disabledPickingIndices0: vec4<f32>,
  disabledPickingIndices1: vec4<f32>,
  disabledPickingIndices2: vec4<f32>,
};

@group(0) @binding(auto) var<uniform> picking: pickingUniforms;

fn picking_normalizeColor(color: vec3<f32>) -> vec3<f32> {
  return select(color, color / 255.0, picking.useByteColors > 0.5);
}

fn picking_normalizeColor4(color: vec4<f32>) -> vec4<f32> {
  return select(color, color / 255.0, picking.useByteColors > 0.5);
}

fn picking_isColorZero(color: vec3<f32>) -> bool {
  return dot(color, vec3<f32>(1.0)) < 0.00001;
}

fn picking_isColorValid(color: vec3<f32>) -> bool {
  return dot(color, vec3<f32>(1.0)) > 0.00001;
}

fn picking_getPickingColorFromIndex(objectIndex: u32) -> vec3<f32> {
  if (objectIndex >= ${gi}u) {
    return vec3<f32>(0.0);
  }

  for (var i = 0; i < ${Ir}; i = i + 1) {
    if (f32(i) >= picking.disabledPickingIndexCount) {
      break;
    }
    let disabledIndices = select(
      picking.disabledPickingIndices2,
      select(picking.disabledPickingIndices1, picking.disabledPickingIndices0, i < 4),
      i < 8
    );
    let disabledIndex = disabledIndices[i % 4];
    if (disabledIndex == f32(objectIndex)) {
      return vec3<f32>(0.0);
    }
  }

  let encodedIndex = objectIndex + 1u;
  return vec3<f32>(
    f32(encodedIndex % 256u),
    f32((encodedIndex / 256u) % 256u),
    f32((encodedIndex / 65536u) % 256u)
  ) / 255.0;
}
`,Xt={...Oe,vs:`${$h(Oe.vs)}
${Ev}`,fs:$h(Oe.fs),source:Sv,uniformTypes:{...Oe.uniformTypes,disabledPickingIndexCount:"f32",disabledPickingIndices0:"vec4<f32>",disabledPickingIndices1:"vec4<f32>",disabledPickingIndices2:"vec4<f32>"},defaultUniforms:{...Oe.defaultUniforms,useByteColors:!0,disabledPickingIndexCount:0,disabledPickingIndices0:[0,0,0,0],disabledPickingIndices1:[0,0,0,0],disabledPickingIndices2:[0,0,0,0]},getUniforms(n,t){let e=Oe.getUniforms(n,t),i=n.disabledPickingIndices||[];return e.disabledPickingIndexCount=i.length,e.disabledPickingIndices0=cc(i,0),e.disabledPickingIndices1=cc(i,4),e.disabledPickingIndices2=cc(i,8),e},inject:{"vs:DECKGL_FILTER_GL_POSITION":`
    // for picking depth values
    picking_setPickingAttribute(position.z / position.w);
  `,"vs:DECKGL_FILTER_COLOR":`
  picking_setPickingColor(geometry.pickingColor);
  `,"fs:DECKGL_FILTER_COLOR":{order:99,injection:`
  // use highlight color if this fragment belongs to the selected object.
  color = picking_filterHighlightColor(color);

  // use picking color if rendering to picking FBO.
  color = picking_filterPickingColor(color);
    `}}};var Cv=[gr],Tv=["vs:DECKGL_FILTER_SIZE(inout vec3 size, VertexGeometry geometry)","vs:DECKGL_FILTER_GL_POSITION(inout vec4 position, VertexGeometry geometry)","vs:DECKGL_FILTER_COLOR(inout vec4 color, VertexGeometry geometry)","fs:DECKGL_FILTER_COLOR(inout vec4 color, FragmentGeometry geometry)"],Av=[];function Zh(n){let t=Pl.getDefaultShaderAssembler(n);for(let i of Cv)t.addDefaultModule(i);t._hookFunctions.length=0;let e=n==="glsl"?Tv:Av;for(let i of e)t.addShaderHook(i);return t}var Lv=[255,255,255],Iv=1,Ov=0,Ge=class{constructor(t={}){this.type="ambient";let{color:e=Lv}=t,{intensity:i=Iv}=t;this.id=t.id||`ambient-${Ov++}`,this.color=e,this.intensity=i}};var kv=[255,255,255],Rv=1,zv=[0,0,-1],Dv=0,Ee=class{constructor(t={}){this.type="directional";let{color:e=kv}=t,{intensity:i=Rv}=t,{direction:o=zv}=t,{_shadow:r=!1}=t;this.id=t.id||`directional-${Dv++}`,this.color=e,this.intensity=i,this.type="directional",this.direction=new ot(o).normalize().toArray(),this.shadow=r}getProjectedLight(t){return this}};var mi=class{constructor(t,e={id:"pass"}){let{id:i}=e;this.id=i,this.device=t,this.props={...e}}setProps(t){Object.assign(this.props,t)}render(t){}cleanup(){}};var Bv={depthWriteEnabled:!0,depthCompare:"less-equal",blendColorOperation:"add",blendColorSrcFactor:"one",blendColorDstFactor:"one-minus-src-alpha",blendAlphaOperation:"add",blendAlphaSrcFactor:"one",blendAlphaDstFactor:"one-minus-src-alpha"},oe=class extends mi{constructor(){super(...arguments),this._lastRenderIndex=-1}render(t){this._render(t)}_render(t){let{canvasContext:e=this.device.canvasContext}=t,i=t.target??e.getCurrentFramebuffer(),[o,r]=e.getDrawingBufferSize(),s=t.clearCanvas??!0,a=t.clearColor??(s?[0,0,0,0]:!1),c=s?1:!1,l=s?0:!1,f=t.colorMask??15,h={viewport:[0,0,o,r]};t.colorMask&&(h.colorMask=f),t.scissorRect&&(h.scissorRect=t.scissorRect);let{shaderModuleProps:u,viewports:d,views:p,onViewportActive:g,clearStack:m=!0}=t,v=t.pass||"unknown",_=this.device.type==="webgpu";m&&(this._lastRenderIndex=-1);let y=[];if(!d.length)return this.device.beginRenderPass({framebuffer:i,parameters:h,clearColor:a,clearDepth:c,clearStencil:l}).end(),this.device.submit(),y;try{for(let x of d){g?.(x);let w=this._getDrawLayerParams(x,t),P=p&&p[x.id],M=x.subViewports||[x],E=_?M.map(S=>[S]):[M];for(let S of E){let b=this.device.beginRenderPass({framebuffer:i,parameters:h,clearColor:a,clearDepth:c,clearStencil:l});try{for(let O of S){let L=this._drawLayersInViewport(b,{target:i,canvasContext:e,shaderModuleProps:u,viewport:O,view:P,pass:v,layers:t.layers,isPicking:t.isPicking},w);y.push(L)}}finally{b.end(),_&&this.device.submit()}a=!1,c=!1,l=!1}}return y}finally{_||this.device.submit()}}_getDrawLayerParams(t,{layers:e,pass:i,isPicking:o=!1,layerFilter:r,cullRect:s,views:a,effects:c,canvasContext:l=this.device.canvasContext,shaderModuleProps:f},h=!1){let u=[],d=Xh(this._lastRenderIndex+1),p={layer:e[0],viewport:t,isPicking:o,renderPass:i,cullRect:s},g={};for(let m=0;m<e.length;m++){let v=e[m],_=this._shouldDrawLayer(v,p,r,g),y={shouldDrawLayer:_};if(_&&!h){y.shouldDrawLayer=!0,y.layerRenderIndex=d(v,_),y.shaderModuleProps=this._getShaderModuleProps(v,c,i,l,f);let x=v.context.device.type==="webgpu"?Bv:null;y.layerParameters={...x,...v.context.deck?.props.parameters,...a?.[t.id]?.props.parameters,...this.getLayerParameters(v,m,t)}}u[m]=y}return u}_drawLayersInViewport(t,{layers:e,shaderModuleProps:i,pass:o,target:r,canvasContext:s,viewport:a,view:c,isPicking:l},f){let h=Nv(this.device,{canvasContext:s,shaderModuleProps:i,target:r,viewport:a});if(c){let{clear:d,clearColor:p,clearDepth:g,clearStencil:m}=c.props;if(d){let v=[0,0,0,0],_=1,y=0;Array.isArray(p)&&!l?v=[...p.slice(0,3),p[3]||255].map(w=>w/255):p===!1&&(v=!1),g!==void 0&&(_=g),m!==void 0&&(y=m),this.device.beginRenderPass({framebuffer:r,parameters:{viewport:h,scissorRect:h},clearColor:v,clearDepth:_,clearStencil:y}).end()}}let u={totalCount:e.length,visibleCount:0,compositeCount:0,pickableCount:0};t.setParameters({viewport:h});for(let d=0;d<e.length;d++){let p=e[d],g=f[d],{shouldDrawLayer:m}=g;if(m&&p.props.pickable&&u.pickableCount++,p.isComposite&&u.compositeCount++,p.isDrawable&&g.shouldDrawLayer){let{layerRenderIndex:v,shaderModuleProps:_,layerParameters:y}=g;u.visibleCount++,this._lastRenderIndex=Math.max(this._lastRenderIndex,v),_.project&&(_.project.viewport=a),p.context.renderPass=t;try{p._drawLayer({renderPass:t,shaderModuleProps:_,uniforms:{layerIndex:v},parameters:y})}catch(x){p.raiseError(x,`drawing ${p} to ${o}`)}}}return u}shouldDrawLayer(t){return!0}getShaderModuleProps(t,e,i){return null}getLayerParameters(t,e,i){return t.props.parameters}_shouldDrawLayer(t,e,i,o){if(!(t.props.visible&&this.shouldDrawLayer(t)))return!1;e.layer=t;let s=t.parent;for(;s;){if(!s.props.visible||!s.filterSubLayer(e))return!1;e.layer=s,s=s.parent}if(i){let a=e.layer.id;if(a in o||(o[a]=i(e)),!o[a])return!1}return t.activateViewport(e.viewport),!0}_getShaderModuleProps(t,e,i,o,r){let s=o.cssToDeviceRatio(),a=t.internalState?.propsInTransition||t.props,c={layer:a,picking:{isActive:!1},project:{viewport:t.context.viewport,devicePixelRatio:s,modelMatrix:a.modelMatrix,coordinateSystem:a.coordinateSystem,coordinateOrigin:a.coordinateOrigin,autoWrapLongitude:t.wrapLongitude}};if(e)for(let l of e)qh(c,l.getShaderModuleProps?.(t,c));for(let l of t.context.defaultShaderModules)l.name in c||(c[l.name]={});return qh(c,this.getShaderModuleProps(t,e,c),r)}};function Xh(n=0,t={}){let e={},i=(o,r)=>{let s=o.props._offset,a=o.id,c=o.parent&&o.parent.id,l;if(c&&!(c in t)&&i(o.parent,!1),c in e){let f=e[c]=e[c]||Xh(t[c],t);l=f(o,r),e[a]=f}else Number.isFinite(s)?(l=s+(t[c]||0),e[a]=null):l=n;return r&&l>=n&&(n=l+1),t[a]=l,l};return i}function Nv(n,{canvasContext:t=n.canvasContext,shaderModuleProps:e,target:i,viewport:o}){let r=e?.project?.devicePixelRatio??t.cssToDeviceRatio(),[,s]=t.getDrawingBufferSize(),a=i?i.height:s,c=o;return[c.x*r,a-(c.y+c.height)*r,c.width*r,c.height*r]}function qh(n,...t){for(let e of t)if(e)for(let i in e)n[i]?Object.assign(n[i],e[i]):n[i]=e[i];return n}var yi=class extends oe{constructor(t,e){super(t,e);let i=t.createTexture({format:"rgba8unorm",width:1,height:1,sampler:{minFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"}}),o=t.createTexture({format:"depth16unorm",width:1,height:1});this.fbo=t.createFramebuffer({id:"shadowmap",width:1,height:1,colorAttachments:[i],depthStencilAttachment:o})}delete(){this.fbo&&(this.fbo.destroy(),this.fbo=null)}getShadowMap(){return this.fbo.colorAttachments[0].texture}render(t){let e=this.fbo,i=this.device.canvasContext.cssToDeviceRatio(),o=t.viewports[0],r=o.width*i,s=o.height*i,a=[1,1,1,1];(r!==e.width||s!==e.height)&&e.resize({width:r,height:s}),super.render({...t,clearColor:a,target:e,pass:"shadow"})}getLayerParameters(t,e,i){return{...t.props.parameters,blend:!1,depthWriteEnabled:!0,depthCompare:"less-equal"}}shouldDrawLayer(t){return t.props.shadowEnabled!==!1}getShaderModuleProps(t,e,i){return{shadow:{project:i.project,drawToShadowMap:!0}}}};var jv={color:[255,255,255],intensity:1},Kh=[{color:[255,255,255],intensity:1,direction:[-1,3,-1]},{color:[255,255,255],intensity:.9,direction:[1,-8,-2.5]}],Fv=[0,0,0,200/255],re=class{constructor(t={}){this.id="lighting-effect",this.shadowColor=Fv,this.shadow=!1,this.directionalLights=[],this.pointLights=[],this.shadowPasses=[],this.dummyShadowMap=null,this.setProps(t)}setup(t){this.context=t;let{device:e,deck:i}=t;this.shadow&&!this.dummyShadowMap&&(this._createShadowPasses(e),i._addDefaultShaderModule(Lr),this.dummyShadowMap=e.createTexture({width:1,height:1}))}setProps(t){this.ambientLight=void 0,this.directionalLights=[],this.pointLights=[];for(let e in t){let i=t[e];switch(i.type){case"ambient":this.ambientLight=i;break;case"directional":this.directionalLights.push(i);break;case"point":this.pointLights.push(i);break;default:}}this._applyDefaultLights(),this.shadow=this.directionalLights.some(e=>e.shadow),this.context&&this.setup(this.context),this.props=t}preRender({layers:t,layerFilter:e,viewports:i,onViewportActive:o,views:r}){if(this.shadow){this.shadowMatrices=this._calculateMatrices();for(let s=0;s<this.shadowPasses.length;s++)this.shadowPasses[s].render({layers:t,layerFilter:e,viewports:i,onViewportActive:o,views:r,shaderModuleProps:{shadow:{shadowLightId:s,dummyShadowMap:this.dummyShadowMap,shadowMatrices:this.shadowMatrices}}})}}getShaderModuleProps(t,e){let i=this.shadow?{project:e.project,shadowMaps:this.shadowPasses.map(s=>s.getShadowMap()),dummyShadowMap:this.dummyShadowMap,shadowColor:this.shadowColor,shadowMatrices:this.shadowMatrices}:{},o={enabled:!0,lights:this._getLights(t)},r=t.props.material;return{shadow:i,lighting:o,phongMaterial:r,gouraudMaterial:r}}cleanup(t){for(let e of this.shadowPasses)e.delete();this.shadowPasses.length=0,this.dummyShadowMap&&(this.dummyShadowMap.destroy(),this.dummyShadowMap=null,t.deck._removeDefaultShaderModule(Lr))}_calculateMatrices(){let t=[];for(let e of this.directionalLights){let i=new Z().lookAt({eye:new ot(e.direction).negate()});t.push(i)}return t}_createShadowPasses(t){for(let e=0;e<this.directionalLights.length;e++){let i=new yi(t);this.shadowPasses[e]=i}}_applyDefaultLights(){let{ambientLight:t,pointLights:e,directionalLights:i}=this;!t&&e.length===0&&i.length===0&&(this.ambientLight=new Ge(jv),this.directionalLights.push(new Ee(Kh[0]),new Ee(Kh[1])))}_getLights(t){let e=[];this.ambientLight&&e.push(this.ambientLight);for(let i of this.pointLights)e.push(i.getProjectedLight({layer:t}));for(let i of this.directionalLights)e.push(i.getProjectedLight({layer:t}));return e}};var lc=class{constructor(t={}){this._pool=[],this.opts={overAlloc:2,poolSize:100},this.setOptions(t)}setOptions(t){Object.assign(this.opts,t)}allocate(t,e,{size:i=1,type:o,padding:r=0,copy:s=!1,initialize:a=!1,maxCount:c}){let l=o||t&&t.constructor||Float32Array,f=e*i+r;if(ArrayBuffer.isView(t)){if(f<=t.length)return t;if(f*t.BYTES_PER_ELEMENT<=t.buffer.byteLength)return new l(t.buffer,0,f)}let h=1/0;c&&(h=c*i+r);let u=this._allocate(l,f,a,h);return t&&s?u.set(t):a||u.fill(0,0,4),this._release(t),u}release(t){this._release(t)}_allocate(t,e,i,o){let r=Math.max(Math.ceil(e*this.opts.overAlloc),1);r>o&&(r=o);let s=this._pool,a=t.BYTES_PER_ELEMENT*r,c=s.findIndex(l=>l.byteLength>=a);if(c>=0){let l=new t(s.splice(c,1)[0],0,r);return i&&l.fill(0),l}return new t(r)}_release(t){if(!ArrayBuffer.isView(t))return;let e=this._pool,{buffer:i}=t,{byteLength:o}=i,r=e.findIndex(s=>s.byteLength>=o);r<0?e.push(i):(r>0||e.length<this.opts.poolSize)&&e.splice(r,0,i),e.length>this.opts.poolSize&&e.shift()}},It=new lc;function En(){return[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}function vi(n,t){let e=n%t;return e<0?t+e:e}function Qh(n){return[n[12],n[13],n[14]]}function tu(n){let t=n[10],e=n[14];return{near:e/(t-1),far:e/(t+1)}}function eu(n){return{left:bn(n[3]+n[0],n[7]+n[4],n[11]+n[8],n[15]+n[12]),right:bn(n[3]-n[0],n[7]-n[4],n[11]-n[8],n[15]-n[12]),bottom:bn(n[3]+n[1],n[7]+n[5],n[11]+n[9],n[15]+n[13]),top:bn(n[3]-n[1],n[7]-n[5],n[11]-n[9],n[15]-n[13]),near:bn(n[3]+n[2],n[7]+n[6],n[11]+n[10],n[15]+n[14]),far:bn(n[3]-n[2],n[7]-n[6],n[11]-n[10],n[15]-n[14])}}var Jh=new ot;function bn(n,t,e,i){Jh.set(n,t,e);let o=Jh.len();return{distance:i/o,normal:new ot(-n/o,-t/o,-e/o)}}function Vv(n){return n-Math.fround(n)}var xi;function Sn(n,t){let{size:e=1,startIndex:i=0}=t,o=t.endIndex!==void 0?t.endIndex:n.length,r=(o-i)/e;xi=It.allocate(xi,r,{type:Float32Array,size:e*2});let s=i,a=0;for(;s<o;){for(let c=0;c<e;c++){let l=n[s++];xi[a+c]=l,xi[a+c+e]=Vv(l)}a+=e*2}return xi.subarray(0,r*e*2)}function nu(n){let t=null,e=!1;for(let i of n)i&&(t?(e||(t=[[t[0][0],t[0][1]],[t[1][0],t[1][1]]],e=!0),t[0][0]=Math.min(t[0][0],i[0][0]),t[0][1]=Math.min(t[0][1],i[0][1]),t[1][0]=Math.max(t[1][0],i[1][0]),t[1][1]=Math.max(t[1][1],i[1][1])):t=i);return t}var Uv=Math.PI/180,Wv=En(),iu=[0,0,0],Gv={unitsPerMeter:[1,1,1],metersPerUnit:[1,1,1]};function Yv({width:n,height:t,orthographic:e,fovyRadians:i,focalDistance:o,padding:r,near:s,far:a}){let c=n/t,l=e?new Z().orthographic({fovy:i,aspect:c,focalDistance:o,near:s,far:a}):new Z().perspective({fovy:i,aspect:c,near:s,far:a});if(r){let{left:f=0,right:h=0,top:u=0,bottom:d=0}=r,p=N((f+n-h)/2,0,n)-n/2,g=N((u+t-d)/2,0,t)-t/2;l[8]-=p*2/n,l[9]+=g*2/t}return l}var Or=class n{constructor(t={}){this._frustumPlanes={},this.id=t.id||this.constructor.displayName||"viewport",this.x=t.x||0,this.y=t.y||0,this.width=t.width||1,this.height=t.height||1,this.zoom=t.zoom||0,this.padding=t.padding,this.distanceScales=t.distanceScales||Gv,this.focalDistance=t.focalDistance||1,this.position=t.position||iu,this.modelMatrix=t.modelMatrix||null;let{longitude:e,latitude:i}=t;this.isGeospatial=Number.isFinite(i)&&Number.isFinite(e),this._initProps(t),this._initMatrices(t),this.equals=this.equals.bind(this),this.project=this.project.bind(this),this.unproject=this.unproject.bind(this),this.projectPosition=this.projectPosition.bind(this),this.unprojectPosition=this.unprojectPosition.bind(this),this.projectFlat=this.projectFlat.bind(this),this.unprojectFlat=this.unprojectFlat.bind(this)}get subViewports(){return null}get metersPerPixel(){return this.distanceScales.metersPerUnit[2]/this.scale}get projectionMode(){return this.isGeospatial?this.zoom<12?Q.WEB_MERCATOR:Q.WEB_MERCATOR_AUTO_OFFSET:Q.IDENTITY}equals(t){return t instanceof n?this===t?!0:t.width===this.width&&t.height===this.height&&t.scale===this.scale&&t.projectionMode===this.projectionMode&&t.resolution===this.resolution&&Wt(t.distanceScales.unitsPerMeter,this.distanceScales.unitsPerMeter)&&Wt(t.projectionMatrix,this.projectionMatrix)&&Wt(t.viewMatrix,this.viewMatrix):!1}project(t,{topLeft:e=!0}={}){let i=this.projectPosition(t),o=be(i,this.pixelProjectionMatrix),[r,s]=o,a=e?s:this.height-s;return t.length===2?[r,a]:[r,a,o[2]]}unproject(t,{topLeft:e=!0,targetZ:i}={}){let[o,r,s]=t,a=e?r:this.height-r,c=i&&i*this.distanceScales.unitsPerMeter[2],l=wt([o,a,s],this.pixelUnprojectionMatrix,c),[f,h,u]=this.unprojectPosition(l);return Number.isFinite(s)?[f,h,u]:Number.isFinite(i)?[f,h,i]:[f,h]}projectPosition(t){let[e,i]=this.projectFlat(t),o=(t[2]||0)*this.distanceScales.unitsPerMeter[2];return[e,i,o]}unprojectPosition(t){let[e,i]=this.unprojectFlat(t),o=(t[2]||0)*this.distanceScales.metersPerUnit[2];return[e,i,o]}projectFlat(t){if(this.isGeospatial){let e=_t(t);return e[1]=N(e[1],-318,830),e}return t}unprojectFlat(t){return this.isGeospatial?gt(t):t}getBounds(t={}){let e={targetZ:t.z||0},i=this.unproject([0,0],e),o=this.unproject([this.width,0],e),r=this.unproject([0,this.height],e),s=this.unproject([this.width,this.height],e);return[Math.min(i[0],o[0],r[0],s[0]),Math.min(i[1],o[1],r[1],s[1]),Math.max(i[0],o[0],r[0],s[0]),Math.max(i[1],o[1],r[1],s[1])]}getDistanceScales(t){return t&&this.isGeospatial?Pn({longitude:t[0],latitude:t[1],highPrecision:!0}):this.distanceScales}containsPixel({x:t,y:e,width:i=1,height:o=1}){return t<this.x+this.width&&this.x<t+i&&e<this.y+this.height&&this.y<e+o}getFrustumPlanes(){return this._frustumPlanes.near?this._frustumPlanes:(Object.assign(this._frustumPlanes,eu(this.viewProjectionMatrix)),this._frustumPlanes)}panByPosition(t,e,i){return null}_initProps(t){let e=t.longitude,i=t.latitude;this.isGeospatial&&(Number.isFinite(t.zoom)||(this.zoom=sc({latitude:i})+Math.log2(this.focalDistance)),this.distanceScales=t.distanceScales||Pn({latitude:i,longitude:e}));let o=Math.pow(2,this.zoom);this.scale=o;let{position:r,modelMatrix:s}=t,a=iu;if(r&&(a=s?new Z(s).transformAsVector(r,[]):r),this.isGeospatial){let c=this.projectPosition([e,i,0]);this.center=new ot(a).scale(this.distanceScales.unitsPerMeter).add(c)}else this.center=this.projectPosition(a)}_initMatrices(t){let{viewMatrix:e=Wv,projectionMatrix:i=null,orthographic:o=!1,fovyRadians:r,fovy:s=75,near:a=.1,far:c=1e3,padding:l=null,focalDistance:f=1}=t;this.viewMatrixUncentered=e,this.viewMatrix=new Z().multiplyRight(e).translate(new ot(this.center).negate()),this.projectionMatrix=i||Yv({width:this.width,height:this.height,orthographic:o,fovyRadians:r||s*Uv,focalDistance:f,padding:l,near:a,far:c});let h=En();K.multiply(h,h,this.projectionMatrix),K.multiply(h,h,this.viewMatrix),this.viewProjectionMatrix=h,this.viewMatrixInverse=K.invert([],this.viewMatrix)||this.viewMatrix,this.cameraPosition=Qh(this.viewMatrixInverse);let u=En(),d=En();K.scale(u,u,[this.width/2,-this.height/2,1]),K.translate(u,u,[1,-1,0]),K.multiply(d,u,this.viewProjectionMatrix),this.pixelProjectionMatrix=d,this.pixelUnprojectionMatrix=K.invert(En(),this.pixelProjectionMatrix),this.pixelUnprojectionMatrix||I.warn("Pixel project matrix not invertible")()}};Or.displayName="Viewport";var Se=Or;var kr=class n extends Se{constructor(t={}){let{latitude:e=0,longitude:i=0,zoom:o=0,pitch:r=0,bearing:s=0,nearZMultiplier:a=.1,farZMultiplier:c=1.01,nearZ:l,farZ:f,orthographic:h=!1,projectionMatrix:u,repeat:d=!1,worldOffset:p=0,position:g,padding:m,legacyMeterSizes:v=!1}=t,{width:_,height:y,altitude:x=1.5}=t,w=Math.pow(2,o);_=_||1,y=y||1;let P,M=null;if(u)x=u[5]/2,P=Ue(x);else{t.fovy?(P=t.fovy,x=We(P)):P=Ue(x);let S;if(m){let{top:b=0,bottom:O=0}=m;S=[0,N((b+y-O)/2,0,y)-y/2]}M=ac({width:_,height:y,scale:w,center:g&&[0,0,g[2]*di(e)],offset:S,pitch:r,fovy:P,nearZMultiplier:a,farZMultiplier:c}),Number.isFinite(l)&&(M.near=l),Number.isFinite(f)&&(M.far=f)}let E=Cr({height:y,pitch:r,bearing:s,scale:w,altitude:x});p&&(E=new Z().translate([512*p,0,0]).multiplyLeft(E)),super({...t,width:_,height:y,viewMatrix:E,longitude:i,latitude:e,zoom:o,...M,fovy:P,focalDistance:x}),this.latitude=e,this.longitude=i,this.zoom=o,this.pitch=r,this.bearing=s,this.altitude=x,this.fovy=P,this.orthographic=h,this._subViewports=d?[]:null,this._pseudoMeters=v,Object.freeze(this)}get subViewports(){if(this._subViewports&&!this._subViewports.length){let t=this.getBounds(),e=Math.floor((t[0]+180)/360),i=Math.ceil((t[2]-180)/360);for(let o=e;o<=i;o++){let r=o?new n({...this,worldOffset:o}):this;this._subViewports.push(r)}}return this._subViewports}equals(t){return t instanceof n&&t._pseudoMeters===this._pseudoMeters&&super.equals(t)}projectPosition(t){if(this._pseudoMeters)return super.projectPosition(t);let[e,i]=this.projectFlat(t),o=(t[2]||0)*di(t[1]);return[e,i,o]}unprojectPosition(t){if(this._pseudoMeters)return super.unprojectPosition(t);let[e,i]=this.unprojectFlat(t),o=(t[2]||0)/di(i);return[e,i,o]}addMetersToLngLat(t,e){return pi(t,e)}panByPosition(t,e,i){let o=wt(e,this.pixelUnprojectionMatrix),r=this.projectFlat(t),s=st.add([],r,st.negate([],o)),a=st.add([],this.center,s),[c,l]=this.unprojectFlat(a);return{longitude:c,latitude:l}}panByPosition3D(t,e){let i=t[2]||0,o=st.sub([],t,this.unproject(e,{targetZ:i}));return{longitude:this.longitude+o[0],latitude:this.latitude+o[1]}}getBounds(t={}){let e=Ar(this,t.z||0);return[Math.min(e[0][0],e[1][0],e[2][0],e[3][0]),Math.min(e[0][1],e[1][1],e[2][1],e[3][1]),Math.max(e[0][0],e[1][0],e[2][0],e[3][0]),Math.max(e[0][1],e[1][1],e[2][1],e[3][1])]}fitBounds(t,e={}){let{width:i,height:o}=this,{longitude:r,latitude:s,zoom:a}=Tr({width:i,height:o,bounds:t,...e});return new n({width:i,height:o,longitude:r,latitude:s,zoom:a})}};kr.displayName="WebMercatorViewport";var Ye=kr;var ou=[0,0,0];function fc(n,t,e=!1){let i=t.projectPosition(n);if(e&&t instanceof Ye){let[o,r,s=0]=n,a=t.getDistanceScales([o,r]);i[2]=s*a.unitsPerMeter[2]}return i}function $v(n){let{viewport:t,modelMatrix:e,coordinateOrigin:i}=n,{coordinateSystem:o,fromCoordinateSystem:r,fromCoordinateOrigin:s}=n;return o==="default"&&(o=t.isGeospatial?"lnglat":"cartesian"),r===void 0?r=o:r==="default"&&(r=t.isGeospatial?"lnglat":"cartesian"),s===void 0&&(s=i),{viewport:t,coordinateSystem:o,coordinateOrigin:i,modelMatrix:e,fromCoordinateSystem:r,fromCoordinateOrigin:s}}function Rr(n,{viewport:t,modelMatrix:e,coordinateSystem:i,coordinateOrigin:o,offsetMode:r}){let[s,a,c=0]=n;switch(e&&([s,a,c]=Yt.transformMat4([],[s,a,c,1],e)),i){case"default":return Rr(n,{viewport:t,modelMatrix:e,coordinateSystem:t.isGeospatial?"lnglat":"cartesian",coordinateOrigin:o,offsetMode:r});case"lnglat":return fc([s,a,c],t,r);case"lnglat-offsets":return fc([s+o[0],a+o[1],c+(o[2]||0)],t,r);case"meter-offsets":return fc(pi(o,[s,a,c]),t,r);case"cartesian":return t.isGeospatial?[s+o[0],a+o[1],c+o[2]]:t.projectPosition([s,a,c]);default:throw new Error(`Invalid coordinateSystem: ${i}`)}}function ru(n,t){let{viewport:e,coordinateSystem:i,coordinateOrigin:o,modelMatrix:r,fromCoordinateSystem:s,fromCoordinateOrigin:a}=$v(t),{autoOffset:c=!0}=t,{geospatialOrigin:l=ou,shaderCoordinateOrigin:f=ou,offsetMode:h=!1}=c?nc(e,i,o):{},u=Rr(n,{viewport:e,modelMatrix:r,coordinateSystem:s,coordinateOrigin:a,offsetMode:h});if(h){let d=e.projectPosition(l||f);un.sub(u,u,d)}return u}var Hv={blendColorOperation:"add",blendColorSrcFactor:"one",blendColorDstFactor:"zero",blendAlphaOperation:"add",blendAlphaSrcFactor:"constant",blendAlphaDstFactor:"zero"},$e=class extends oe{constructor(){super(...arguments),this._colorEncoderState=null}render(t){return"pickingFBO"in t?this._drawPickingBuffer(t):{decodePickingColor:null,stats:super._render(t)}}_drawPickingBuffer({layers:t,layerFilter:e,views:i,viewports:o,onViewportActive:r,pickingFBO:s,deviceRect:{x:a,y:c,width:l,height:f},cullRect:h,effects:u,pass:d="picking",pickZ:p,canvasContext:g,shaderModuleProps:m,clearColor:v}){this.pickZ=p;let _=this._resetColorEncoder(p),y=[a,c,l,f],x=super._render({target:s,layers:t,layerFilter:e,views:i,viewports:o,onViewportActive:r,cullRect:h,effects:u?.filter(P=>P.useInPicking),pass:d,canvasContext:g,isPicking:!0,shaderModuleProps:m,clearColor:v??[0,0,0,0],colorMask:15,scissorRect:y});return this._colorEncoderState=null,{decodePickingColor:_&&Zv.bind(null,_),stats:x}}shouldDrawLayer(t){let{pickable:e,operation:i}=t.props;return e&&i.includes("draw")||i.includes("terrain")||i.includes("mask")}getShaderModuleProps(t,e,i){return{picking:{isActive:1,isAttribute:this.pickZ,disabledPickingIndices:t.internalState?.disabledPickingIndices},lighting:{enabled:!1}}}getLayerParameters(t,e,i){let o={...t.props.parameters},{pickable:r,operation:s}=t.props;return this._colorEncoderState?r&&s.includes("draw")?(Object.assign(o,Hv),o.blend=!0,this.device.type==="webgpu"?o.blendConstant=su(this._colorEncoderState,t,i):o.blendColor=su(this._colorEncoderState,t,i),s.includes("terrain")&&t.state?._hasPickingCover&&(o.blendAlphaSrcFactor="one")):s.includes("terrain")&&(o.blend=!1):o.blend=!1,o}_resetColorEncoder(t){return this._colorEncoderState=t?null:{byLayer:new Map,byAlpha:[]},this._colorEncoderState}};function su(n,t,e){let{byLayer:i,byAlpha:o}=n,r,s=i.get(t);return s?(s.viewports.push(e),r=s.a):(r=i.size+1,r<=255?(s={a:r,layer:t,viewports:[e]},i.set(t,s),o[r]=s):(I.warn("Too many pickable layers, only picking the first 255")(),r=0)),[0,0,0,r/255]}function Zv(n,t){let e=n.byAlpha[t[3]];return e&&{pickedLayer:e.layer,pickedViewports:e.viewports,pickedObjectIndex:e.layer.decodePickingColor(t)}}var Me={NO_STATE:"Awaiting state",MATCHED:"Matched. State transferred from previous layer",INITIALIZED:"Initialized",AWAITING_GC:"Discarded. Awaiting garbage collection",AWAITING_FINALIZATION:"No longer matched. Awaiting garbage collection",FINALIZED:"Finalized! Awaiting garbage collection"},Mn=Symbol.for("component"),Pt=Symbol.for("propTypes"),zr=Symbol.for("deprecatedProps"),se=Symbol.for("asyncPropDefaults"),Kt=Symbol.for("asyncPropOriginal"),Ot=Symbol.for("asyncPropResolved");function Cn(n,t=()=>!0){return Array.isArray(n)?au(n,t,[]):t(n)?[n]:[]}function au(n,t,e){let i=-1;for(;++i<n.length;){let o=n[i];Array.isArray(o)?au(o,t,e):t(o)&&e.push(o)}return e}function cu({target:n,source:t,start:e=0,count:i=1}){let o=t.length,r=i*o,s=0;for(let a=e;s<o;s++)n[a++]=t[s];for(;s<r;)s<r-s?(n.copyWithin(e+s,e,e+s),s*=2):(n.copyWithin(e+s,e,e+r-s),s=r);return n}var _i=class{constructor(t,e,i){this._loadCount=0,this._subscribers=new Set,this.id=t,this.context=i,this.setData(e)}subscribe(t){this._subscribers.add(t)}unsubscribe(t){this._subscribers.delete(t)}inUse(){return this._subscribers.size>0}delete(){}getData(){return this.isLoaded?this._error?Promise.reject(this._error):this._content:this._loader.then(()=>this.getData())}setData(t,e){if(t===this._data&&!e)return;this._data=t;let i=++this._loadCount,o=t;typeof t=="string"&&(o=_e(t)),o instanceof Promise?(this.isLoaded=!1,this._loader=o.then(r=>{this._loadCount===i&&(this.isLoaded=!0,this._error=void 0,this._content=r)}).catch(r=>{this._loadCount===i&&(this.isLoaded=!0,this._error=r||!0)})):(this.isLoaded=!0,this._error=void 0,this._content=t);for(let r of this._subscribers)r.onChange(this.getData())}};var wi=class{constructor(t){this.protocol=t.protocol||"resource://",this._context={device:t.device,gl:t.device?.gl,resourceManager:this},this._resources={},this._consumers={},this._pruneRequest=null}contains(t){return t.startsWith(this.protocol)?!0:t in this._resources}add({resourceId:t,data:e,forceUpdate:i=!1,persistent:o=!0}){let r=this._resources[t];r?r.setData(e,i):(r=new _i(t,e,this._context),this._resources[t]=r),r.persistent=o}remove(t){let e=this._resources[t];e&&(e.delete(),delete this._resources[t])}unsubscribe({consumerId:t}){let e=this._consumers[t];if(e){for(let i in e){let o=e[i],r=this._resources[o.resourceId];r&&r.unsubscribe(o)}delete this._consumers[t],this.prune()}}subscribe({resourceId:t,onChange:e,consumerId:i,requestId:o="default"}){let{_resources:r,protocol:s}=this;t.startsWith(s)&&(t=t.replace(s,""),r[t]||this.add({resourceId:t,data:null,persistent:!1}));let a=r[t];if(this._track(i,o,a,e),a)return a.getData()}prune(){this._pruneRequest||(this._pruneRequest=setTimeout(()=>this._prune(),0))}finalize(){for(let t in this._resources)this._resources[t].delete()}_track(t,e,i,o){let r=this._consumers,s=r[t]=r[t]||{},a=s[e],c=a&&a.resourceId&&this._resources[a.resourceId];c&&(c.unsubscribe(a),this.prune()),i&&(a?(a.onChange=o,a.resourceId=i.id):a={onChange:o,resourceId:i.id},s[e]=a,i.subscribe(a))}_prune(){this._pruneRequest=null;for(let t of Object.keys(this._resources)){let e=this._resources[t];!e.persistent&&!e.inUse()&&(e.delete(),delete this._resources[t])}}};var qv="layerManager.setLayers",Xv="layerManager.activateViewport",Pi=class{constructor(t,e){this._lastRenderedLayers=[],this._needsRedraw=!1,this._needsUpdate=!1,this._nextLayers=null,this._debug=!1,this._defaultShaderModulesChanged=!1,this.activateViewport=a=>{$(Xv,this,a),a&&(this.context.viewport=a)};let{deck:i,stats:o,viewport:r,timeline:s}=e||{};this.layers=[],this.resourceManager=new wi({device:t,protocol:"deck://"}),this.context={mousePosition:null,userData:{},layerManager:this,device:t,gl:t?.gl,deck:i,shaderAssembler:Zh(t?.info?.shadingLanguage||"glsl"),defaultShaderModules:[Ga],renderPass:void 0,stats:o||new Uo({id:"deck.gl"}),viewport:r||new Se({id:"DEFAULT-INITIAL-VIEWPORT"}),timeline:s||new Go,resourceManager:this.resourceManager,onError:void 0},Object.seal(this)}finalize(){this.resourceManager.finalize();for(let t of this.layers)this._finalizeLayer(t)}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;t.clearRedrawFlags&&(this._needsRedraw=!1);for(let i of this.layers){let o=i.getNeedsRedraw(t);e=e||o}return e}needsUpdate(){return this._nextLayers&&this._nextLayers!==this._lastRenderedLayers?"layers changed":this._defaultShaderModulesChanged?"shader modules changed":this._needsUpdate}setNeedsRedraw(t){this._needsRedraw=this._needsRedraw||t}setNeedsUpdate(t){this._needsUpdate=this._needsUpdate||t}getLayers({layerIds:t}={}){return t?this.layers.filter(e=>t.find(i=>e.id.indexOf(i)===0)):this.layers}setProps(t){"debug"in t&&(this._debug=t.debug),"userData"in t&&(this.context.userData=t.userData),"layers"in t&&(this._nextLayers=t.layers),"onError"in t&&(this.context.onError=t.onError)}setLayers(t,e){$(qv,this,e,t),this._lastRenderedLayers=t;let i=Cn(t,Boolean);for(let o of i)o.context=this.context;this._updateLayers(this.layers,i)}updateLayers(){let t=this.needsUpdate();t&&(this.setNeedsRedraw(`updating layers: ${t}`),this.setLayers(this._nextLayers||this._lastRenderedLayers,t)),this._nextLayers=null}addDefaultShaderModule(t){let{defaultShaderModules:e}=this.context;e.find(i=>i.name===t.name)||(e.push(t),this._defaultShaderModulesChanged=!0)}removeDefaultShaderModule(t){let{defaultShaderModules:e}=this.context,i=e.findIndex(o=>o.name===t.name);i>=0&&(e.splice(i,1),this._defaultShaderModulesChanged=!0)}_handleError(t,e,i){i.raiseError(e,`${t} of ${i}`)}_updateLayers(t,e){let i={};for(let s of t)i[s.id]?I.warn(`Multiple old layers with same id ${s.id}`)():i[s.id]=s;if(this._defaultShaderModulesChanged){for(let s of t)s.setNeedsUpdate(),s.setChangeFlags({extensionsChanged:!0});this._defaultShaderModulesChanged=!1}let o=[];this._updateSublayersRecursively(e,i,o),this._finalizeOldLayers(i);let r=!1;for(let s of o)if(s.hasUniformTransition()){r=`Uniform transition in ${s}`;break}this._needsUpdate=r,this.layers=o}_updateSublayersRecursively(t,e,i){for(let o of t){o.context=this.context;let r=e[o.id];r===null&&I.warn(`Multiple new layers with same id ${o.id}`)(),e[o.id]=null;let s=null;try{this._debug&&r!==o&&o.validateProps(),r?(this._transferLayerState(r,o),this._updateLayer(o)):this._initializeLayer(o),i.push(o),s=o.isComposite?o.getSubLayers():null}catch(a){this._handleError("matching",a,o)}s&&this._updateSublayersRecursively(s,e,i)}}_finalizeOldLayers(t){for(let e in t){let i=t[e];i&&this._finalizeLayer(i)}}_initializeLayer(t){try{t._initialize(),t.lifecycle=Me.INITIALIZED}catch(e){this._handleError("initialization",e,t)}}_transferLayerState(t,e){e._transferState(t),e.lifecycle=Me.MATCHED,e!==t&&(t.lifecycle=Me.AWAITING_GC)}_updateLayer(t){try{t._update()}catch(e){this._handleError("update",e,t)}}_finalizeLayer(t){this._needsRedraw=this._needsRedraw||`finalized ${t}`,t.lifecycle=Me.AWAITING_FINALIZATION;try{t._finalize(),t.lifecycle=Me.FINALIZED}catch(e){this._handleError("finalization",e,t)}}};function q(n,t,e){if(n===t)return!0;if(!e||!n||!t)return!1;if(Array.isArray(n)){if(!Array.isArray(t)||n.length!==t.length)return!1;for(let i=0;i<n.length;i++)if(!q(n[i],t[i],e-1))return!1;return!0}if(Array.isArray(t))return!1;if(typeof n=="object"&&typeof t=="object"){let i=Object.keys(n),o=Object.keys(t);if(i.length!==o.length)return!1;for(let r of i)if(!t.hasOwnProperty(r)||!q(n[r],t[r],e-1))return!1;return!0}return!1}var Ce="default-canvas",bi=class{constructor(t){this.views=[],this.width=100,this.height=100,this.viewState={},this.controllers={},this.timeline=t.timeline,this._viewports=[],this._viewportMap={},this._isUpdating=!1,this._needsRedraw="First render",this._needsUpdate="Initialize",this._eventManager=t.eventManager,this._eventManagers=t.eventManagers||{},this._viewEventManagers={},this._eventCallbacks={onViewStateChange:t.onViewStateChange,onInteractionStateChange:t.onInteractionStateChange},this._pickPosition=t.pickPosition,this._getCanvasContext=t.getCanvasContext,Object.seal(this),this.setProps(t)}finalize(){for(let t in this.controllers){let e=this.controllers[t];e&&e.finalize()}this.controllers={}}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}setNeedsUpdate(t){this._needsUpdate=this._needsUpdate||t,this._needsRedraw=this._needsRedraw||t}updateViewStates(){for(let t in this.controllers){let e=this.controllers[t];e&&e.updateTransition()}}getViewports(t){return t?this._viewports.filter(e=>{let i=!t.canvasId||this.getCanvasId(e.id)===t.canvasId,o=!("x"in t)||e.containsPixel(t);return i&&o}):this._viewports}getViews(){let t={};return this.views.forEach(e=>{t[e.id]=e}),t}getView(t){return this.views.find(e=>e.id===t)}getViewState(t){let e=typeof t=="string"?this.getView(t):t,i=e&&this.viewState[e.getViewStateId()]||this.viewState;return e?e.filterViewState(i):i}getViewport(t){return this._viewportMap[t]}getCanvasId(t){let e=typeof t=="string"?this.getView(t):t;return e?this._viewEventManagers[e.id]?.canvasId||this._getCanvasIdFromView(e):void 0}unproject(t,e){let i=this.getViewports(),o={x:t[0],y:t[1]};for(let r=i.length-1;r>=0;--r){let s=i[r];if(s.containsPixel(o)){let a=t.slice();return a[0]-=s.x,a[1]-=s.y,s.unproject(a,e)}}return null}setProps(t){t.views&&this._setViews(t.views),t.viewState&&this._setViewState(t.viewState),("width"in t||"height"in t)&&this._setSize(t.width,t.height),"pickPosition"in t&&(this._pickPosition=t.pickPosition),"eventManagers"in t&&this._setEventManagers(t.eventManagers||{}),this._isUpdating||this._update()}_update(){this._isUpdating=!0,this._needsUpdate&&(this._needsUpdate=!1,this._rebuildViewports()),this._needsUpdate&&(this._needsUpdate=!1,this._rebuildViewports()),this._isUpdating=!1}_setSize(t,e){(t!==this.width||e!==this.height)&&(this.width=t,this.height=e,this.setNeedsUpdate("Size changed"))}_setViews(t){t=Cn(t,Boolean),this._diffViews(t,this.views)&&this.setNeedsUpdate("views changed"),this.views=t}_setViewState(t){t?(!q(t,this.viewState,3)&&this.setNeedsUpdate("viewState changed"),this.viewState=t):I.warn("missing `viewState` or `initialViewState`")()}_setEventManagers(t){this._eventManagers!==t&&(this._eventManagers=t,this.setNeedsUpdate("eventManagers changed"))}_getCanvasIdFromView(t){return t.props.canvasId||this._getCanvasContext?.(t.id)?.id||Ce}_getCanvasDimensions(t){let e=this._getCanvasContext?.(t.id),[i,o]=e?.getCSSSize()||[this.width,this.height];return{width:i,height:o}}_getViewEventManager(t){let e=this.getCanvasId(t)||Ce;return{canvasId:e,eventManager:this._eventManagers[e]||this._eventManager}}_startViewportRebuild(){let t=this.controllers,e=this._viewEventManagers;return this._viewports=[],this.controllers={},this._viewEventManagers={},{oldControllers:t,oldViewEventManagers:e}}_getReusableController(t,e,i){return t&&(e?.canvasId!==i.canvasId||e?.eventManager!==i.eventManager)?(t.finalize(),null):t}_createController(t,e){let i=e.type;return new i({timeline:this.timeline,eventManager:this._getViewEventManager(t).eventManager,onViewStateChange:this._eventCallbacks.onViewStateChange,onStateChange:this._eventCallbacks.onInteractionStateChange,makeViewport:r=>this.getView(t.id)?.makeViewport({viewState:r,...this._getCanvasDimensions(t)}),pickPosition:(r,s)=>this._pickPosition?.(r,s,t.id)})}_updateController(t,e,i,o){let r=t.controller;if(r&&i){let s={...e,...r,id:t.id,x:i.x,y:i.y,width:i.width,height:i.height};return(!o||o.constructor!==r.type)&&(o=this._createController(t,s)),o&&o.setProps(s),o}return null}_rebuildViewports(){let{views:t}=this,{oldControllers:e,oldViewEventManagers:i}=this._startViewportRebuild(),o=!1;for(let r=t.length;r--;){let s=t[r],{width:a,height:c}=this._getCanvasDimensions(s),l=this._getViewEventManager(s);this._viewEventManagers[s.id]=l;let f=this.getViewState(s),h=s.makeViewport({viewState:f,width:a,height:c}),u=this._getReusableController(e[s.id],i[s.id],l),d=!!s.controller;d&&!u&&(o=!0),(o||!d)&&u&&(u.finalize(),u=null),this.controllers[s.id]=this._updateController(s,f,h,u),h&&this._viewports.unshift(h)}for(let r in e){let s=e[r];s&&!this.controllers[r]&&s.finalize()}this._buildViewportMap()}_buildViewportMap(){this._viewportMap={},this._viewports.forEach(t=>{t.id&&(this._viewportMap[t.id]=this._viewportMap[t.id]||t)})}_diffViews(t,e){return t.length!==e.length?!0:t.some((i,o)=>!t[o].equals(e[o]))}};var Kv=/^(?:\d+\.?\d*|\.\d+)$/;function lt(n){switch(typeof n){case"number":if(!Number.isFinite(n))throw new Error(`Could not parse position string ${n}`);return{type:"literal",value:n};case"string":try{let t=Jv(n);return new uc(t).parseExpression()}catch(t){let e=t instanceof Error?t.message:String(t);throw new Error(`Could not parse position string ${n}: ${e}`)}default:throw new Error(`Could not parse position string ${n}`)}}function hc(n,t){switch(n.type){case"literal":return n.value;case"percentage":return Math.round(n.value*t);case"binary":let e=hc(n.left,t),i=hc(n.right,t);return n.operator==="+"?e+i:e-i;default:throw new Error("Unknown layout expression type")}}function ft(n,t){return hc(n,t)}function Jv(n){let t=[],e=0;for(;e<n.length;){let i=n[e];if(/\s/.test(i)){e++;continue}if(i==="+"||i==="-"||i==="("||i===")"||i==="%"){t.push({type:"symbol",value:i}),e++;continue}if(lu(i)||i==="."){let o=e,r=i===".";for(e++;e<n.length;){let a=n[e];if(lu(a)){e++;continue}if(a==="."&&!r){r=!0,e++;continue}break}let s=n.slice(o,e);if(!Kv.test(s))throw new Error("Invalid number token");t.push({type:"number",value:parseFloat(s)});continue}if(fu(i)){let o=e;for(;e<n.length&&fu(n[e]);)e++;let r=n.slice(o,e).toLowerCase();t.push({type:"word",value:r});continue}throw new Error("Invalid token in position string")}return t}var uc=class{constructor(t){this.index=0,this.tokens=t}parseExpression(){let t=this.parseBinaryExpression();if(this.index<this.tokens.length)throw new Error("Unexpected token at end of expression");return t}parseBinaryExpression(){let t=this.parseFactor(),e=this.peek();for(;Qv(e);){this.index++;let i=this.parseFactor();t={type:"binary",operator:e.value,left:t,right:i},e=this.peek()}return t}parseFactor(){let t=this.peek();if(!t)throw new Error("Unexpected end of expression");if(t.type==="symbol"&&t.value==="+")return this.index++,this.parseFactor();if(t.type==="symbol"&&t.value==="-"){this.index++;let e=this.parseFactor();return{type:"binary",operator:"-",left:{type:"literal",value:0},right:e}}if(t.type==="symbol"&&t.value==="("){this.index++;let e=this.parseBinaryExpression();if(!this.consumeSymbol(")"))throw new Error("Missing closing parenthesis");return e}if(t.type==="word"&&t.value==="calc"){if(this.index++,!this.consumeSymbol("("))throw new Error("Missing opening parenthesis after calc");let e=this.parseBinaryExpression();if(!this.consumeSymbol(")"))throw new Error("Missing closing parenthesis");return e}if(t.type==="number"){this.index++;let e=t.value,i=this.peek();return i&&i.type==="symbol"&&i.value==="%"?(this.index++,{type:"percentage",value:e/100}):i&&i.type==="word"&&i.value==="px"?(this.index++,{type:"literal",value:e}):{type:"literal",value:e}}throw new Error("Unexpected token in expression")}consumeSymbol(t){let e=this.peek();return e&&e.type==="symbol"&&e.value===t?(this.index++,!0):!1}peek(){return this.tokens[this.index]||null}};function lu(n){return n>="0"&&n<="9"}function fu(n){return n>="a"&&n<="z"||n>="A"&&n<="Z"}function Qv(n){return!!(n&&n.type==="symbol"&&(n.value==="+"||n.value==="-"))}function hu(n,t){let e={...n};for(let i in t)i!=="id"&&(Array.isArray(e[i])&&Array.isArray(t[i])?e[i]=t_(e[i],t[i]):e[i]=t[i]);return e}function t_(n,t){n=n.slice();for(let e=0;e<t.length;e++){let i=t[e];Number.isFinite(i)&&(n[e]=i)}return n}var ae=class{constructor(t){let{id:e,x:i=0,y:o=0,width:r="100%",height:s="100%",padding:a=null}=t;this.id=e||this.constructor.displayName||"view",this.props={...t,id:this.id},this._x=lt(i),this._y=lt(o),this._width=lt(r),this._height=lt(s),this._padding=a&&{left:lt(a.left||0),right:lt(a.right||0),top:lt(a.top||0),bottom:lt(a.bottom||0)},this.equals=this.equals.bind(this),Object.seal(this)}equals(t){return this===t?!0:this.constructor===t.constructor&&q(this.props,t.props,2)}clone(t){let e=this.constructor;return new e({...this.props,...t})}makeViewport({width:t,height:e,viewState:i}){i=this.filterViewState(i);let o=this.getDimensions({width:t,height:e});if(!o.height||!o.width)return null;let r=this.getViewportType(i);return new r({...i,...this.props,...o})}getViewStateId(){let{viewState:t}=this.props;return typeof t=="string"?t:t?.id||this.id}filterViewState(t){return this.props.viewState&&typeof this.props.viewState=="object"?this.props.viewState.id?hu(t,this.props.viewState):this.props.viewState:t}getDimensions({width:t,height:e}){let i={x:ft(this._x,t),y:ft(this._y,e),width:ft(this._width,t),height:ft(this._height,e)};return this._padding&&(i.padding={left:ft(this._padding.left,t),top:ft(this._padding.top,e),right:ft(this._padding.right,t),bottom:ft(this._padding.bottom,e)}),i}get controller(){let t=this.props.controller;return t?t===!0?{type:this.ControllerType}:typeof t=="function"?{type:t}:{type:this.ControllerType,...t}:null}};var kt=class{constructor(t){this._inProgress=!1,this._handle=null,this.time=0,this.settings={duration:0},this._timeline=t}get inProgress(){return this._inProgress}start(t){this.cancel(),this.settings=t,this._inProgress=!0,this.settings.onStart?.(this)}end(){this._inProgress&&(this._timeline.removeChannel(this._handle),this._handle=null,this._inProgress=!1,this.settings.onEnd?.(this))}cancel(){this._inProgress&&(this.settings.onInterrupt?.(this),this._timeline.removeChannel(this._handle),this._handle=null,this._inProgress=!1)}update(){if(!this._inProgress)return!1;if(this._handle===null){let{_timeline:t,settings:e}=this;this._handle=t.addChannel({delay:t.getTime(),duration:e.duration})}return this.time=this._timeline.getTime(this._handle),this._onUpdate(),this.settings.onUpdate?.(this),this._timeline.isFinished(this._handle)&&this.end(),!0}_onUpdate(){}};var uu=()=>{},du={mode:"preserve"},e_={mode:"hard"},dc={BREAK:1,SNAP_TO_END:2,IGNORE:3},n_=n=>n,i_=dc.BREAK,Ei=class{constructor(t){this._onTransitionUpdate=e=>{let{time:i,settings:{interpolator:o,startProps:r,endProps:s,duration:a,easing:c}}=e,l=c(i/a),f=o.interpolateProps(r,s,l);this.propsInTransition=this.getControllerState({...this.props,...f},du).getViewportProps(),this.onViewStateChange({viewState:this.propsInTransition,oldViewState:this.props})},this.getControllerState=t.getControllerState,this.propsInTransition=null,this.transition=new kt(t.timeline),this.onViewStateChange=t.onViewStateChange||uu,this.onStateChange=t.onStateChange||uu}finalize(){this.transition.cancel()}getViewportInTransition(){return this.propsInTransition}processViewStateChange(t){let e=!1,i=this.props;if(this.props=t,!i||this._shouldIgnoreViewportChange(i,t))return!1;if(this._isTransitionEnabled(t)){let o=i;if(this.transition.inProgress){let{interruption:r,endProps:s}=this.transition.settings;o={...i,...r===dc.SNAP_TO_END?s:this.propsInTransition||i}}this._triggerTransition(o,t),e=!0}else this.transition.cancel();return e}updateTransition(){this.transition.update()}_isTransitionEnabled(t){let{transitionDuration:e,transitionInterpolator:i}=t;return(e>0||e==="auto")&&!!i}_isUpdateDueToCurrentTransition(t){return this.transition.inProgress&&this.propsInTransition?this.transition.settings.interpolator.arePropsEqual(t,this.propsInTransition):!1}_shouldIgnoreViewportChange(t,e){return this.transition.inProgress?this.transition.settings.interruption===dc.IGNORE||this._isUpdateDueToCurrentTransition(e):this._isTransitionEnabled(e)?e.transitionInterpolator.arePropsEqual(t,e):!0}_triggerTransition(t,e){let i=this.getControllerState(t,du),o=this.getControllerState(e,e_).shortestPathFrom(i),r=e.transitionInterpolator,s=r.getDuration?r.getDuration(t,e):e.transitionDuration;if(s===0)return;let a=r.initializeProps(t,o);this.propsInTransition={};let c={duration:s,easing:e.transitionEasing||n_,interpolator:r,interruption:e.transitionInterruption||i_,startProps:a.start,endProps:a.end,onStart:e.onTransitionStart,onUpdate:this._onTransitionUpdate,onInterrupt:this._onTransitionEnd(e.onTransitionInterrupt),onEnd:this._onTransitionEnd(e.onTransitionEnd)};this.transition.start(c),this.onStateChange({inTransition:!0}),this.updateTransition()}_onTransitionEnd(t){return e=>{this.propsInTransition=null,this.onStateChange({inTransition:!1,isZooming:!1,isPanning:!1,isRotating:!1}),t?.(e)}}};function B(n,t){if(!n)throw new Error(t||"deck.gl: assertion failed.")}var Si=class{constructor(t){let{compare:e,extract:i,required:o}=t;this._propsToCompare=e,this._propsToExtract=i||e,this._requiredProps=o}arePropsEqual(t,e){for(let i of this._propsToCompare)if(!(i in t)||!(i in e)||!Wt(t[i],e[i]))return!1;return!0}initializeProps(t,e){let i={},o={};for(let r of this._propsToExtract)(r in t||r in e)&&(i[r]=t[r],o[r]=e[r]);return this._checkRequiredProps(i),this._checkRequiredProps(o),{start:i,end:o}}getDuration(t,e){return e.transitionDuration}_checkRequiredProps(t){this._requiredProps&&this._requiredProps.forEach(e=>{let i=t[e];B(Number.isFinite(i)||Array.isArray(i),`${e} is required for transition`)})}};var o_=["longitude","latitude","zoom","bearing","pitch"],r_=["longitude","latitude","zoom"],Rt=class extends Si{constructor(t={}){let e=Array.isArray(t)?t:t.transitionProps,i=Array.isArray(t)?{}:t;i.transitionProps=Array.isArray(e)?{compare:e,required:e}:e||{compare:o_,required:r_},super(i.transitionProps),this.opts=i}initializeProps(t,e){let i=super.initializeProps(t,e),{makeViewport:o,around:r}=this.opts;if(o&&r){let s=o(t),a=o(e),c=s.unproject(r);i.start.around=r,Object.assign(i.end,{around:a.project(c),aroundPosition:c,width:e.width,height:e.height})}return i}interpolateProps(t,e,i){let o={};for(let r of this._propsToExtract)o[r]=De(t[r]||0,e[r]||0,i);if(e.aroundPosition&&this.opts.makeViewport){let r=this.opts.makeViewport({...e,...o});Object.assign(o,r.panByPosition(e.aroundPosition,De(t.around,e.around,i)))}return o}};var Jt={transitionDuration:0},s_=300,a_=300,pc=n=>1-(1-n)*(1-n),c_=n=>n===1?1:1-Math.pow(2,-10*n),He={WHEEL:["wheel"],PAN:["panstart","panmove","panend"],PINCH:["pinchstart","pinchmove","pinchend"],MULTI_PAN:["multipanstart","multipanmove","multipanend"],DOUBLE_CLICK:["dblclick"],DOUBLE_CLICK_DRAG:["dblclickdragstart","dblclickdragmove","dblclickdragend","dblclickdragcancel"],KEYBOARD:["keydown"]},Ze={},ce=class{constructor(t){this.state={},this._events={},this._interactionState={isDragging:!1},this._customEvents=[],this._eventStartBlocked=null,this._panMove=!1,this._multiPanMode=null,this._multiPanStartCenter=null,this._doubleClickDragAnchor=null,this._suppressDoubleClickUntil=0,this.invertPan=!1,this.dragMode="rotate",this.inertia=0,this.scrollZoom=!0,this.dragPan=!0,this.dragRotate=!0,this.doubleClickZoom=!0,this.doubleClickDragZoom=!0,this.touchZoom=!0,this.touchRotate=!1,this.multiTouchDrag=null,this.trackpadGesture=!1,this.zoomAround="pointer",this.keyboard=!0,this.transitionManager=new Ei({...t,getControllerState:(e,i)=>new this.ControllerState({...e,constraintContext:i,makeViewport:t.makeViewport}),onViewStateChange:this._onTransition.bind(this),onStateChange:this._setInteractionState.bind(this)}),this.handleEvent=this.handleEvent.bind(this),this.eventManager=t.eventManager,this.onViewStateChange=t.onViewStateChange||(()=>{}),this.onStateChange=t.onStateChange||(()=>{}),this.makeViewport=t.makeViewport,this.pickPosition=t.pickPosition}set events(t){this.toggleEvents(this._customEvents,!1),this.toggleEvents(t,!0),this._customEvents=t,this.props&&this.setProps(this.props)}finalize(){for(let t in this._events)this._events[t]&&this.eventManager?.off(t,this.handleEvent);this.transitionManager.finalize()}handleEvent(t){this._controllerState=void 0;let e=this._eventStartBlocked;switch(t.type){case"panstart":return e?!1:this._onPanStart(t);case"panmove":return this._onPan(t);case"panend":return this._onPanEnd(t);case"pinchstart":return e||!this._isTrackpadGestureAllowed(t)?!1:this._onPinchStart(t);case"pinchmove":return this._isTrackpadGestureAllowed(t)?this._onPinch(t):!1;case"pinchend":return this._isTrackpadGestureAllowed(t)?this._onPinchEnd(t):!1;case"multipanstart":return e?!1:this._onMultiPanStart(t);case"multipanmove":return this._onMultiPan(t);case"multipanend":return this._onMultiPanEnd(t);case"dblclick":return this._onDoubleClick(t);case"dblclickdragstart":return e?!1:this._onDoubleClickDragStart(t);case"dblclickdragmove":return this._onDoubleClickDrag(t);case"dblclickdragend":case"dblclickdragcancel":return this._onDoubleClickDragEnd(t);case"wheel":return this._onWheel(t);case"keydown":return this._onKeyDown(t);default:return!1}}get controllerState(){return this._controllerState=this._controllerState||new this.ControllerState({makeViewport:this.makeViewport,...this.props,...this.state}),this._controllerState}getCenter(t){let{x:e,y:i}=this.props,{offsetCenter:o}=t;return[o.x-e,o.y-i]}getZoomPosition(t){if(this.zoomAround==="pointer")return t;let e=this.makeViewport(this.controllerState.getViewportProps()),[i,o]=be(e.center,e.pixelProjectionMatrix);return[i,o]}isPointInBounds(t,e){let{width:i,height:o}=this.props;if(e&&e.handled)return!1;let r=t[0]>=0&&t[0]<=i&&t[1]>=0&&t[1]<=o;return r&&e&&e.stopPropagation(),r}isFunctionKeyPressed(t){let{srcEvent:e}=t;return!!(e.metaKey||e.altKey||e.ctrlKey||e.shiftKey)}isDragging(){return this._interactionState.isDragging||!1}blockEvents(t){let e=setTimeout(()=>{this._eventStartBlocked===e&&(this._eventStartBlocked=null)},t);this._eventStartBlocked=e}setProps(t){t.maxBoundsPadding===void 0&&(t.maxBoundsPadding=null),t.dragMode&&(this.dragMode=t.dragMode);let e=this.props;this.props=t,"transitionInterpolator"in t||(t.transitionInterpolator=this._getTransitionProps().transitionInterpolator),this.transitionManager.processViewStateChange(t);let{inertia:i}=t;this.inertia=Number.isFinite(i)?i:i===!0?s_:0;let{scrollZoom:o=!0,dragPan:r=!0,dragRotate:s=!0,doubleClickZoom:a=!0,doubleClickDragZoom:c=!1,touchZoom:l=!0,touchRotate:f=!1,multiTouchDrag:h=f?"rotate":null,trackpadGesture:u=!1,zoomAround:d="pointer",keyboard:p=!0}=t,g=!!this.onViewStateChange;if(this.toggleEvents(He.WHEEL,g&&o),this.toggleEvents(He.PAN,g),this.toggleEvents(He.PINCH,g&&(l||h==="rotate")),this.toggleEvents(He.MULTI_PAN,g&&!!h),this.toggleEvents(He.DOUBLE_CLICK,g&&a),this.toggleEvents(He.DOUBLE_CLICK_DRAG,g&&c),this.toggleEvents(He.KEYBOARD,g&&p),this.scrollZoom=o,this.dragPan=r,this.dragRotate=s,this.doubleClickZoom=a,this.doubleClickDragZoom=c,this.touchZoom=l,this.touchRotate=h==="rotate",this.multiTouchDrag=h,this.trackpadGesture=u,this.zoomAround=d,this.keyboard=p,(!e||e.height!==t.height||e.width!==t.width||e.maxBounds!==t.maxBounds||e.maxBoundsPadding!==t.maxBoundsPadding)&&t.maxBounds){let v=new this.ControllerState({...t,makeViewport:this.makeViewport}),_=v.getViewportProps();Object.keys(_).some(x=>!q(_[x],t[x],1))&&this.updateViewport(v)}}updateTransition(){this.transitionManager.updateTransition()}toggleEvents(t,e){this.eventManager&&t.forEach(i=>{this._events[i]!==e&&(this._events[i]=e,e?this.eventManager.on(i,this.handleEvent):this.eventManager.off(i,this.handleEvent))})}updateViewport(t,e=null,i={}){let o={...t.getViewportProps(),...e},r=this.controllerState!==t;if(this.state=t.getState(),this._setInteractionState(i),r){let s=this.controllerState&&this.controllerState.getViewportProps();this.onViewStateChange&&this.onViewStateChange({viewState:o,interactionState:this._interactionState,oldViewState:s,viewId:this.props.id})}}_onTransition(t){this.onViewStateChange({...t,interactionState:this._interactionState,viewId:this.props.id})}_setInteractionState(t){Object.assign(this._interactionState,t),this.onStateChange(this._interactionState)}_getConstraintContext(t,e){return this.props.rubberBand?{mode:e==="update"?"elastic":e==="end"?"rebound":"hard"}:{mode:"hard"}}_getReboundTransition(t,e){if(t.mode!=="rebound")return null;let i=e.getViewportProps();return Object.keys(i).some(r=>!q(this.props[r],i[r],1))?{...this._getTransitionProps(),transitionDuration:a_,transitionEasing:c_}:null}_onPanStart(t){let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let i=this.isFunctionKeyPressed(t)||t.rightButton||!1;(this.invertPan||this.dragMode==="pan")&&(i=!i);let o=i?"pan":"rotate",r=this._getConstraintContext(o,"start"),s=i?this.controllerState.panStart({pos:e},r):this.controllerState.rotateStart({pos:e},r);return this._panMove=i,this.updateViewport(s,Jt,{isDragging:!0}),!0}_onPan(t){return this.isDragging()?this._panMove?this._onPanMove(t):this._onPanRotate(t):!1}_onPanEnd(t){return this.isDragging()?this._panMove?this._onPanMoveEnd(t):this._onPanRotateEnd(t):!1}_onPanMove(t){if(!this.dragPan)return!1;let e=this.getCenter(t),i=this.controllerState.pan({pos:e},this._getConstraintContext("pan","update"));return this.updateViewport(i,Jt,{isDragging:!0,isPanning:!0}),!0}_onPanMoveEnd(t){let{inertia:e}=this;if(this.dragPan&&e&&t.velocity){let i=this.getCenter(t),o=[i[0]+t.velocityX*e/2,i[1]+t.velocityY*e/2],r=this.controllerState.pan({pos:o}).panEnd();this.updateViewport(r,{...this._getTransitionProps(),transitionDuration:e,transitionEasing:pc},{isDragging:!1,isPanning:!0})}else{let i=this.controllerState,o=this._getConstraintContext("pan","end"),r=i.panEnd(o),s=this._getReboundTransition(o,r);this.updateViewport(r,s,{isDragging:!1,isPanning:!!s})}return!0}_onPanRotate(t){if(!this.dragRotate)return!1;let e=this.getCenter(t),i=this.controllerState.rotate({pos:e},this._getConstraintContext("rotate","update"));return this.updateViewport(i,Jt,{isDragging:!0,isRotating:!0}),!0}_onPanRotateEnd(t){let{inertia:e}=this;if(this.dragRotate&&e&&t.velocity){let i=this.getCenter(t),o=[i[0]+t.velocityX*e/2,i[1]+t.velocityY*e/2],r=this.controllerState.rotate({pos:o}).rotateEnd();this.updateViewport(r,{...this._getTransitionProps(),transitionDuration:e,transitionEasing:pc},{isDragging:!1,isRotating:!0})}else{let i=this.controllerState,o=this._getConstraintContext("rotate","end"),r=i.rotateEnd(o),s=this._getReboundTransition(o,r);this.updateViewport(r,s,{isDragging:!1,isRotating:!!s})}return!0}_onWheel(t){if(!this.scrollZoom||this.trackpadGesture&&t.device!=="mouse")return!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;t.srcEvent.preventDefault();let{speed:i=.01,smooth:o=!1}=this.scrollZoom===!0?{}:this.scrollZoom,{delta:r}=t,s=2/(1+Math.exp(-Math.abs(r*i)));r<0&&s!==0&&(s=1/s);let a=this.getZoomPosition(e),c=o?{...this._getTransitionProps({around:a}),transitionDuration:250}:Jt,l=this.controllerState.zoom({pos:a,scale:s});return this.updateViewport(l,c,{isZooming:!0,isPanning:!0}),o||this._setInteractionState({isZooming:!1,isPanning:!1}),!0}_onMultiPanStart(t){let{multiTouchDrag:e}=this;if(!e||!this._isMultiPanEventAllowed(t,e))return!1;let i=t.offsetCenter;if(!this.isPointInBounds(this.getCenter(t),t))return!1;let o=t.pointerType==="trackpad",r={x:i.x-(o?0:t.deltaX),y:i.y-(o?0:t.deltaY)},s={...t,offsetCenter:r},a=this.getCenter(s),c=e==="pan"?this.controllerState.panStart({pos:a},this._getConstraintContext("pan","start")):this.controllerState.rotateStart({pos:a},this._getConstraintContext("rotate","start"));return this._multiPanMode=e,this._multiPanStartCenter=r,this.updateViewport(c,Jt,{isDragging:!0}),!0}_onMultiPan(t){let{mode:e,event:i}=this._getMultiPanEvent(t);return!e||!i||!this.isDragging()?!1:e==="pan"?this._onPanMove(i):this._onPanRotate(i)}_onMultiPanEnd(t){let{mode:e,event:i}=this._getMultiPanEvent(t);if(!e||!i||!this.isDragging())return this._resetMultiPan(),!1;let o=e==="pan"?this._onPanMoveEnd(i):this._onPanRotateEnd(i);return this._resetMultiPan(),o}_isTrackpadGestureAllowed(t){return t.pointerType!=="trackpad"||this.trackpadGesture}_isMultiPanEventAllowed(t,e){return t.pointerType==="trackpad"?this.trackpadGesture&&(e==="pan"?this.dragPan:this.dragRotate):t.pointerType==="touch"&&(e==="pan"?this.dragPan:this.dragRotate)}_getMultiPanEvent(t){let e=this._multiPanMode,i=this._multiPanStartCenter;return!e||!i?{mode:null,event:null}:{mode:e,event:{...t,offsetCenter:{x:i.x+t.deltaX,y:i.y+t.deltaY}}}}_resetMultiPan(){this._multiPanMode=null,this._multiPanStartCenter=null}_onPinchStart(t){this._doubleClickDragAnchor=null;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let i=this.controllerState.zoomStart({pos:this.getZoomPosition(e)},this._getConstraintContext("zoom","start")).rotateStart({pos:e},this._getConstraintContext("rotate","start"));return Ze._startPinchRotation=t.rotation,Ze._lastPinchEvent=t,this.updateViewport(i,Jt,{isDragging:!0}),!0}_onPinch(t){if(!this.touchZoom&&!this.touchRotate||!this.isDragging())return!1;let e=this.controllerState;if(this.touchZoom){let{scale:i}=t,o=this.getCenter(t);e=e.zoom({pos:this.getZoomPosition(o),scale:i},this._getConstraintContext("zoom","update"))}if(this.touchRotate){let{rotation:i}=t;e=e.rotate({deltaAngleX:Ze._startPinchRotation-i},this._getConstraintContext("rotate","update"))}return this.updateViewport(e,Jt,{isDragging:!0,isPanning:this.touchZoom,isZooming:this.touchZoom,isRotating:this.touchRotate}),Ze._lastPinchEvent=t,!0}_onPinchEnd(t){if(!this.isDragging())return!1;let{inertia:e}=this,{_lastPinchEvent:i}=Ze;if(this.touchZoom&&e&&i&&t.scale!==i.scale){let o=this.getCenter(t),r=this.getZoomPosition(o),s=this.controllerState.rotateEnd(),a=Math.log2(t.scale),c=(a-Math.log2(i.scale))/(t.deltaTime-i.deltaTime),l=Math.pow(2,a+c*e/2);s=s.zoom({pos:r,scale:l}).zoomEnd(),this.updateViewport(s,{...this._getTransitionProps({around:r}),transitionDuration:e,transitionEasing:pc},{isDragging:!1,isPanning:this.touchZoom,isZooming:this.touchZoom,isRotating:!1}),this.blockEvents(e)}else{let o=this.controllerState,r=this._getConstraintContext("zoom","end"),s=this._getConstraintContext("rotate","end"),a=o.zoomEnd(r).rotateEnd(s),c=this._getReboundTransition(this.touchZoom?r:s,a);this.updateViewport(a,c,{isDragging:!1,isPanning:!!c&&this.touchZoom,isZooming:!!c&&this.touchZoom,isRotating:!!c&&this.touchRotate})}return Ze._startPinchRotation=null,Ze._lastPinchEvent=null,!0}_onDoubleClick(t){if(!this.doubleClickZoom||Date.now()<this._suppressDoubleClickUntil)return!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let i=this.isFunctionKeyPressed(t),o=this.getZoomPosition(e),r=this.controllerState.zoom({pos:o,scale:i?.5:2});return this.updateViewport(r,this._getTransitionProps({around:o}),{isZooming:!0,isPanning:!0}),this.blockEvents(100),!0}_onDoubleClickDragStart(t){if(!this.doubleClickDragZoom)return this._doubleClickDragAnchor=null,!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return this._doubleClickDragAnchor=null,!1;this._doubleClickDragAnchor=this.getZoomPosition(e);let i=this.controllerState.zoomStart({pos:this._doubleClickDragAnchor},this._getConstraintContext("zoom","start"));return t.scale!==1&&(i=i.zoom({pos:this._doubleClickDragAnchor,scale:t.scale},this._getConstraintContext("zoom","update"))),this.updateViewport(i,Jt,{isDragging:!0,isPanning:!0,isZooming:!0}),!0}_onDoubleClickDrag(t){let e=this._doubleClickDragAnchor;if(!e)return!1;let i=this.controllerState.zoom({pos:e,scale:t.scale},this._getConstraintContext("zoom","update"));return this.updateViewport(i,Jt,{isDragging:!0,isPanning:!0,isZooming:!0}),!0}_onDoubleClickDragEnd(t){if(!this._doubleClickDragAnchor)return!1;this._doubleClickDragAnchor=null;let i=this.controllerState,o=this._getConstraintContext("zoom","end"),r=i.zoomEnd(o),s=this._getReboundTransition(o,r);return this.updateViewport(r,s,{isDragging:!1,isPanning:!!s,isZooming:!!s}),this._suppressDoubleClickUntil=Date.now()+100,this.blockEvents(100),!0}_onKeyDown(t){if(!this.keyboard)return!1;let e=this.isFunctionKeyPressed(t),{zoomSpeed:i,moveSpeed:o,rotateSpeedX:r,rotateSpeedY:s}=this.keyboard===!0?{}:this.keyboard,{controllerState:a}=this,c,l={};switch(t.srcEvent.code){case"Minus":c=e?a.zoomOut(i).zoomOut(i):a.zoomOut(i),l.isZooming=!0;break;case"Equal":c=e?a.zoomIn(i).zoomIn(i):a.zoomIn(i),l.isZooming=!0;break;case"ArrowLeft":e?(c=a.rotateLeft(r),l.isRotating=!0):(c=a.moveLeft(o),l.isPanning=!0);break;case"ArrowRight":e?(c=a.rotateRight(r),l.isRotating=!0):(c=a.moveRight(o),l.isPanning=!0);break;case"ArrowUp":e?(c=a.rotateUp(s),l.isRotating=!0):(c=a.moveUp(o),l.isPanning=!0);break;case"ArrowDown":e?(c=a.rotateDown(s),l.isRotating=!0):(c=a.moveDown(o),l.isPanning=!0);break;default:return!1}return this.updateViewport(c,this._getTransitionProps(),l),!0}_getTransitionProps(t){let{transition:e}=this;return!e||!e.transitionInterpolator?Jt:t?{...e,transitionInterpolator:new Rt({...t,...e.transitionInterpolator.opts,makeViewport:this.controllerState.makeViewport})}:e}};var bt=Symbol("constraintAround"),le=class{constructor(t,e,i,o){this.makeViewport=i,this._viewportProps=this.applyConstraints(t,o),this._state=e}getViewportProps(){return this._viewportProps}getState(){return this._state}};function Te(n,t,e){let i=n-t;return i&&Number.isFinite(i)?t+i*e/(e+Math.abs(i)):t}function fe(n,t,e){let i=ft(lt(e?.left??0),n),o=ft(lt(e?.right??0),n),r=ft(lt(e?.top??0),t),s=ft(lt(e?.bottom??0),t);return{x:i,y:r,width:n-i-o,height:t-r-s}}function Tn(n,t,e){let[i,o]=n.project(t);return i=Number.isFinite(i)?i:n.width/2,o=Number.isFinite(o)?o:n.height/2,{left:i-e.x,right:e.x+e.width-i,top:o-e.y,bottom:e.y+e.height-o}}var pu=5,l_=1.2,gu=512,mu=[[-1/0,-90],[1/0,90]],f_=1;function Mi([n,t]){if(Math.abs(t)>90&&(t=Math.sign(t)*90),Number.isFinite(n)){let[i,o]=_t([n,t]);return[i,N(o,0,gu)]}let[,e]=_t([0,t]);return[n,N(e,0,gu)]}var gc=class extends le{constructor(t){let{width:e,height:i,latitude:o,longitude:r,zoom:s,bearing:a=0,pitch:c=0,altitude:l=1.5,position:f=[0,0,0],maxZoom:h=20,minZoom:u=0,maxPitch:d=60,minPitch:p=0,startPanLngLat:g,startZoomLngLat:m,startRotatePos:v,startRotateLngLat:_,startBearing:y,startPitch:x,startZoom:w,normalize:P=!0,rubberBand:M=!1}=t,{[bt]:E}=t;B(Number.isFinite(r)),B(Number.isFinite(o)),B(Number.isFinite(s));let S=t.maxBounds||(P?mu:null),b=t.maxBoundsPadding||null;super({width:e,height:i,latitude:o,longitude:r,zoom:s,bearing:a,pitch:c,altitude:l,maxZoom:h,minZoom:u,maxPitch:d,minPitch:p,normalize:P,position:f,maxBounds:S,maxBoundsPadding:b,rubberBand:M,[bt]:E},{startPanLngLat:g,startZoomLngLat:m,startRotatePos:v,startRotateLngLat:_,startBearing:y,startPitch:x,startZoom:w},t.makeViewport,t.constraintContext),this.getAltitude=t.getAltitude}panStart({pos:t},e){return this._getUpdatedState({startPanLngLat:this._unproject(t)},e)}pan({pos:t,startPos:e},i){let o=this.getState().startPanLngLat||this._unproject(e);if(!o)return this;let s=this.makeViewport(this.getViewportProps()).panByPosition(o,t);return this._getUpdatedState(s,i)}panEnd(t){return this._getUpdatedState({startPanLngLat:null},t)}rotateStart({pos:t}){let e=this.getAltitude?.(t);return this._getUpdatedState({startRotatePos:t,startRotateLngLat:e!==void 0?this._unproject3D(t,e):void 0,startBearing:this.getViewportProps().bearing,startPitch:this.getViewportProps().pitch})}rotate({pos:t,deltaAngleX:e=0,deltaAngleY:i=0}){let{startRotatePos:o,startRotateLngLat:r,startBearing:s,startPitch:a}=this.getState();if(!o||s===void 0||a===void 0)return this;let c;if(t?c=this._getNewRotation(t,o,a,s):c={bearing:s+e,pitch:a+i},r){let l=this.makeViewport({...this.getViewportProps(),...c}),f="panByPosition3D"in l?"panByPosition3D":"panByPosition";return this._getUpdatedState({...c,...l[f](r,o)})}return this._getUpdatedState(c)}rotateEnd(){return this._getUpdatedState({startRotatePos:null,startRotateLngLat:null,startBearing:null,startPitch:null})}zoomStart({pos:t},e){return this._getUpdatedState({startZoomLngLat:this._unproject(t),startZoom:this.getViewportProps().zoom},e)}zoom({pos:t,startPos:e,scale:i},o){let{startZoom:r,startZoomLngLat:s}=this.getState();return s||(r=this.getViewportProps().zoom,s=this._unproject(e)||this._unproject(t)),s?this._getUpdatedState({zoom:r+Math.log2(i),[bt]:{position:s,screenPosition:t}},o):this}zoomEnd(t){return this._getUpdatedState({startZoomLngLat:null,startZoom:null},t)}zoomIn(t=2,e){return this._zoomFromCenter(t,e)}zoomOut(t=2,e){return this._zoomFromCenter(1/t,e)}moveLeft(t=100,e){return this._panFromCenter([t,0],e)}moveRight(t=100,e){return this._panFromCenter([-t,0],e)}moveUp(t=100,e){return this._panFromCenter([0,t],e)}moveDown(t=100,e){return this._panFromCenter([0,-t],e)}rotateLeft(t=15){return this._getUpdatedState({bearing:this.getViewportProps().bearing-t})}rotateRight(t=15){return this._getUpdatedState({bearing:this.getViewportProps().bearing+t})}rotateUp(t=10){return this._getUpdatedState({pitch:this.getViewportProps().pitch+t})}rotateDown(t=10){return this._getUpdatedState({pitch:this.getViewportProps().pitch-t})}shortestPathFrom(t){let e=t.getViewportProps(),i={...this.getViewportProps()},{bearing:o,longitude:r}=i;return Math.abs(o-e.bearing)>180&&(i.bearing=o<0?o+360:o-360),Math.abs(r-e.longitude)>180&&(i.longitude=r<0?r+360:r-360),i}applyConstraints(t,e){let i=t,o=i[bt];delete i[bt];let{maxPitch:r,minPitch:s,pitch:a,bearing:c,normalize:l,maxBounds:f,rubberBand:h}=t;l&&(c<-180||c>180)&&(t.bearing=vi(c+180,360)-180),t.pitch=N(a,s,r);let u=this._constrainZoom(t.zoom,t),d=h&&e?.mode==="elastic";if(t.zoom=e?.mode==="preserve"?t.zoom:d?Te(t.zoom,u,f_):u,o){let p=this.makeViewport(t);Object.assign(t,p.panByPosition(o.position,o.screenPosition))}if(l&&(t.longitude<-180||t.longitude>180)&&(t.longitude=vi(t.longitude+180,360)-180),f){let p=fe(t.width,t.height,t.maxBoundsPadding),g=this.makeViewport({...t,bearing:0,pitch:0}),m=Tn(g,[t.longitude,t.latitude],p),v=Mi(f[0]),_=Mi(f[1]),y=2**t.zoom,x=[v[0]+m.left/y,v[1]+m.bottom/y],w=[_[0]-m.right/y,_[1]-m.top/y],P=Mi([t.longitude,t.latitude]),M=[N(P[0],x[0],w[0]),N(P[1],x[1],w[1])],E=P.slice();if(p.width>=0&&(E[0]=e?.mode==="preserve"?P[0]:d?Te(P[0],M[0],p.width/2/y):M[0]),p.height>=0&&(E[1]=e?.mode==="preserve"?P[1]:d?Te(P[1],M[1],p.height/2/y):M[1]),E[0]!==P[0]||E[1]!==P[1]){let[S,b]=gt(E);E[0]!==P[0]&&(t.longitude=S),E[1]!==P[1]&&(t.latitude=b)}}return t}_constrainZoom(t,e){e||(e=this.getViewportProps());let{maxZoom:i,maxBounds:o}=e,r=o!==null&&e.width>0&&e.height>0,{minZoom:s}=e;if(r){let a=fe(e.width,e.height,e.maxBoundsPadding),c=Mi(o[0]),l=Mi(o[1]),f=l[0]-c[0],h=l[1]-c[1];a.width>0&&Number.isFinite(f)&&f>0&&(s=Math.max(s,Math.log2(a.width/f))),a.height>0&&Number.isFinite(h)&&h>0&&(s=Math.max(s,Math.log2(a.height/h))),s>i&&(s=i)}return N(t,s,i)}_zoomFromCenter(t,e){let{width:i,height:o}=this.getViewportProps();return this.zoom({pos:[i/2,o/2],scale:t},e)}_panFromCenter(t,e){let{width:i,height:o}=this.getViewportProps();return this.pan({startPos:[i/2,o/2],pos:[i/2+t[0],o/2+t[1]]},e)}_getUpdatedState(t,e){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t,constraintContext:e})}_unproject(t){let e=this.makeViewport(this.getViewportProps());return t&&e.unproject(t)}_unproject3D(t,e){return this.makeViewport(this.getViewportProps()).unproject(t,{targetZ:e})}_getNewRotation(t,e,i,o){let r=t[0]-e[0],s=t[1]-e[1],a=t[1],c=e[1],{width:l,height:f}=this.getViewportProps(),h=r/l,u=0;s>0?Math.abs(f-c)>pu&&(u=s/(c-f)*l_):s<0&&c>pu&&(u=1-a/c),u=N(u,-1,1);let{minPitch:d,maxPitch:p}=this.getViewportProps(),g=o+180*h,m=i;return u>0?m=i+u*(p-i):u<0&&(m=i-u*(d-i)),{pitch:m,bearing:g}}},Ci=class extends ce{constructor(){super(...arguments),this.ControllerState=gc,this.transition={transitionDuration:300,transitionInterpolator:new Rt({transitionProps:{compare:["longitude","latitude","zoom","bearing","pitch","position"],required:["longitude","latitude","zoom"]}})},this.dragMode="pan",this.rotationPivot="center",this._getAltitude=t=>{if(this.rotationPivot==="2d")return 0;if(this.rotationPivot==="3d"&&this.pickPosition){let{x:e,y:i}=this.props,o=this.pickPosition(e+t[0],i+t[1]);if(o&&o.coordinate&&o.coordinate.length>=3)return o.coordinate[2]}}}setProps(t){"rotationPivot"in t&&(this.rotationPivot=t.rotationPivot||"center"),t.getAltitude=this._getAltitude,t.position=t.position||[0,0,0],t.maxBounds=t.maxBounds||(t.normalize===!1?null:mu),super.setProps(t)}updateViewport(t,e=null,i={}){let o=t.getState();i.isDragging&&o.startRotateLngLat?i={...i,rotationPivotPosition:o.startRotateLngLat}:i.isDragging===!1&&(i={...i,rotationPivotPosition:void 0}),super.updateViewport(t,e,i)}};var Dr=class extends ae{constructor(t={}){super(t)}getViewportType(){return Ye}get ControllerType(){return Ci}};Dr.displayName="MapView";var yu=Dr;var h_=new re;function u_(n,t){let e=n.order??1/0,i=t.order??1/0;return e-i}var Ti=class{constructor(t){this._resolvedEffects=[],this._defaultEffects=[],this.effects=[],this._context=t,this._needsRedraw="Initial render",this._setEffects([])}addDefaultEffect(t){let e=this._defaultEffects;if(!e.find(i=>i.id===t.id)){let i=e.findIndex(o=>u_(o,t)>0);i<0?e.push(t):e.splice(i,0,t),t.setup(this._context),this._setEffects(this.effects)}}setProps(t){"effects"in t&&(q(t.effects,this.effects,1)||this._setEffects(t.effects))}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}getEffects(){return this._resolvedEffects}_setEffects(t){let e={};for(let o of this.effects)e[o.id]=o;let i=[];for(let o of t){let r=e[o.id],s=o;r&&r!==o?r.setProps?(r.setProps(o.props),s=r):r.cleanup(this._context):r||o.setup(this._context),i.push(s),delete e[o.id]}for(let o in e)e[o].cleanup(this._context);this.effects=i,this._resolvedEffects=i.concat(this._defaultEffects),t.some(o=>o instanceof re)||this._resolvedEffects.push(h_),this._needsRedraw="effects changed"}finalize(){for(let t of this._resolvedEffects)t.cleanup(this._context);this.effects.length=0,this._resolvedEffects.length=0,this._defaultEffects.length=0}};var Ai=class extends oe{shouldDrawLayer(t){let{operation:e}=t.props;return e.includes("draw")||e.includes("terrain")}render(t){return this._render(t)}};var d_="deckRenderer.renderLayers",Li=class{constructor(t,e={}){this.device=t,this.stats=e.stats,this.layerFilter=null,this.drawPickingColors=!1,this.drawLayersPass=new Ai(t),this.pickLayersPass=new $e(t),this.renderCount=0,this._needsRedraw="Initial render",this.renderBuffers=[],this.lastPostProcessEffect=null}setProps(t){this.layerFilter!==t.layerFilter&&(this.layerFilter=t.layerFilter,this._needsRedraw="layerFilter changed"),this.drawPickingColors!==t.drawPickingColors&&(this.drawPickingColors=t.drawPickingColors,this._needsRedraw="drawPickingColors changed")}renderLayers(t){let e=this.drawPickingColors?this.pickLayersPass:this.drawLayersPass,i={layerFilter:this.layerFilter,isPicking:this.drawPickingColors,...t};if(!t.viewports.length){let a=e.render(i),c="stats"in a?a.stats:a;this._updateStats(c);return}i.effects&&this._preRender(i.effects,i);let o=this.lastPostProcessEffect?this.renderBuffers[0]:i.target;this.lastPostProcessEffect&&(i.clearColor=[0,0,0,0],i.clearCanvas=!0);let r=e.render({...i,target:o}),s="stats"in r?r.stats:r;i.effects&&(this.lastPostProcessEffect&&(i.clearCanvas=t.clearCanvas===void 0?!0:t.clearCanvas),this._postRender(i.effects,i)),this.renderCount++,$(d_,this,s,t),this._updateStats(s)}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}finalize(){let{renderBuffers:t}=this;for(let e of t)e.delete();t.length=0}_updateStats(t){if(!this.stats)return;let e=0;for(let{visibleCount:i}of t)e+=i;this.stats.get("Layers rendered").addCount(e)}_preRender(t,e){this.lastPostProcessEffect=null,e.preRenderStats=e.preRenderStats||{};for(let i of t)e.preRenderStats[i.id]=i.preRender(e),i.postRender&&(this.lastPostProcessEffect=i.id);this.lastPostProcessEffect&&this._resizeRenderBuffers(e.canvasContext)}_resizeRenderBuffers(t=this.device.canvasContext){let{renderBuffers:e}=this,i=t.getDrawingBufferSize(),[o,r]=i;e.length===0&&[0,1].map(s=>{let a=this.device.createTexture({sampler:{minFilter:"linear",magFilter:"linear"},width:o,height:r});e.push(this.device.createFramebuffer({id:`deck-renderbuffer-${s}`,colorAttachments:[a]}))});for(let s of e)s.resize(i)}_postRender(t,e){let{renderBuffers:i}=this,o=e.target??e.canvasContext?.getCurrentFramebuffer()??e.target,r={...e,inputBuffer:i[0],swapBuffer:i[1]};for(let s of t)if(s.postRender){r.target=s.id===this.lastPostProcessEffect?o:void 0;let a=s.postRender(r);r.inputBuffer=a,r.swapBuffer=a===i[0]?i[1]:i[0]}}};var p_={pickedColor:null,pickedObjectIndex:-1};function mc({pickedColors:n,decodePickingColor:t,deviceX:e,deviceY:i,deviceRadius:o,deviceRect:r}){let{x:s,y:a,width:c,height:l}=r,f=o*o,h=-1,u=0;for(let d=0;d<l;d++){let p=d+a-i,g=p*p;if(g>f)u+=4*c;else for(let m=0;m<c;m++){if(n[u+3]-1>=0){let _=m+s-e,y=_*_+g;y<=f&&(f=y,h=u)}u+=4}}if(h>=0){let d=n.slice(h,h+4),p=t(d);if(p){let g=Math.floor(h/4/c),m=h/4-g*c;return{...p,pickedColor:d,pickedX:s+m,pickedY:a+g}}I.error("Picked non-existent layer. Is picking buffer corrupt?")()}return p_}function yc({pickedColors:n,decodePickingColor:t}){let e=new Map;if(n){for(let i=0;i<n.length;i+=4)if(n[i+3]-1>=0){let r=n.slice(i,i+4),s=r.join(",");if(!e.has(s)){let a=t(r);a?e.set(s,{...a,color:r}):I.error("Picked non-existent layer. Is picking buffer corrupt?")()}}}return Array.from(e.values())}function Br({pickInfo:n,viewports:t,pixelRatio:e,x:i,y:o,z:r}){let s=t[0];t.length>1&&(s=g_(n?.pickedViewports||t,{x:i,y:o}));let a;if(s){let c=[i-s.x,o-s.y];r!==void 0&&(c[2]=r),a=s.unproject(c)}return{color:null,layer:null,viewport:s,index:-1,picked:!1,x:i,y:o,pixel:[i,o],coordinate:a,devicePixel:n&&"pickedX"in n?[n.pickedX,n.pickedY]:void 0,pixelRatio:e}}function xc(n){let{pickInfo:t,lastPickedInfo:e,mode:i,layers:o}=n,{pickedColor:r,pickedLayer:s,pickedObjectIndex:a}=t,c=s?[s]:[];if(i==="hover"){let h=e.index,u=e.layerId,d=s?s.props.id:null;if(d!==u||a!==h){if(d!==u){let p=o.find(g=>g.props.id===u);p&&c.unshift(p)}e.layerId=d,e.index=a,e.info=null}}let l=Br(n),f=new Map;return f.set(null,l),c.forEach(h=>{let u={...l};h===s&&(u.color=r,u.index=a,u.picked=!0),u=Nr({layer:h,info:u,mode:i});let d=u.layer;h===s&&i==="hover"&&(e.info=u),f.set(d.id,u),i==="hover"&&d.updateAutoHighlight(u)}),f}function Nr({layer:n,info:t,mode:e}){for(;n&&t;){let i=t.layer||null;t.sourceLayer=i,t.layer=n,t=n.getPickingInfo({info:t,mode:e,sourceLayer:i}),n=n.parent}return t}function g_(n,t){for(let e=n.length-1;e>=0;e--){let i=n[e];if(i.containsPixel(t))return i}return n[0]}var Ii=class{constructor(t,e={}){this._pickable=!0,this.device=t,this.stats=e.stats,this.pickLayersPass=new $e(t),this.lastPickedInfo={index:-1,layerId:null,info:null}}setProps(t){"layerFilter"in t&&(this.layerFilter=t.layerFilter),"_pickable"in t&&(this._pickable=t._pickable)}finalize(){this.pickingFBO&&this.pickingFBO.destroy(),this.depthFBO&&this.depthFBO.destroy()}pickObjectAsync(t){return this._pickClosestObjectAsync(t)}pickObjectsAsync(t){return this._pickVisibleObjectsAsync(t)}pickObject(t){return this._pickClosestObject(t)}pickObjects(t){return this._pickVisibleObjects(t)}getLastPickedObject({x:t,y:e,layers:i,viewports:o},r=this.lastPickedInfo.info){let s=r&&r.layer&&r.layer.id,a=r&&r.viewport&&r.viewport.id,c=s?i.find(u=>u.id===s):null,l=a&&o.find(u=>u.id===a)||o[0],f=l&&l.unproject([t-l.x,e-l.y]);return{...r,...{x:t,y:e,viewport:l,coordinate:f,layer:c}}}_resizeBuffer(t=this.device.getDefaultCanvasContext()){if(!this.pickingFBO){let o=this.device.createTexture({format:"rgba8unorm",width:1,height:1,usage:me.RENDER_ATTACHMENT|me.COPY_SRC});if(this.pickingFBO=this.device.createFramebuffer({colorAttachments:[o],depthStencilAttachment:"depth16unorm"}),this.device.isTextureFormatRenderable("rgba32float")){let r=this.device.createTexture({format:"rgba32float",width:1,height:1,usage:me.RENDER_ATTACHMENT|me.COPY_SRC}),s=this.device.createFramebuffer({colorAttachments:[r],depthStencilAttachment:"depth16unorm"});this.depthFBO=s}}let[e,i]=t.getDrawingBufferSize();this.pickingFBO?.resize({width:e,height:i}),this.depthFBO?.resize({width:e,height:i})}_getPickable(t){if(this._pickable===!1)return null;let e=t.filter(i=>this.pickLayersPass.shouldDrawLayer(i)&&!i.isComposite);return e.length?e:null}async _pickClosestObjectAsync({layers:t,views:e,viewports:i,x:o,y:r,radius:s=0,depth:a=1,mode:c="query",unproject3D:l,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=f.cssToDeviceRatio(),p=this._getPickable(t);if(!p||i.length===0)return{result:[],emptyInfo:Br({viewports:i,x:o,y:r,pixelRatio:d})};this._resizeBuffer(f);let g=f.cssToDevicePixels([o,r],!0),m=[g.x+Math.floor(g.width/2),g.y+Math.floor(g.height/2)],v=Math.round(s*d),{width:_,height:y}=this.pickingFBO,x=this._getPickingRect({deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceWidth:_,deviceHeight:y}),w={x:o-s,y:r-s,width:s*2+1,height:s*2+1},P,M=[],E=new Set;for(let S=0;S<a;S++){let b;if(x){let A=await this._drawAndSampleAsync({layers:p,views:e,viewports:i,onViewportActive:h,deviceRect:x,cullRect:w,effects:u,pass:`picking:${c}`,canvasContext:f});b=mc({...A,deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceRect:x})}else b={pickedColor:null,pickedObjectIndex:-1};let O,L=this._getDepthLayers(b,p,l);if(L.length>0){let{pickedColors:A}=await this._drawAndSampleAsync({layers:L,views:e,viewports:i,onViewportActive:h,deviceRect:{x:b.pickedX??m[0],y:b.pickedY??m[1],width:1,height:1},cullRect:w,effects:u,pass:`picking:${c}:z`,canvasContext:f},!0);A[3]&&(O=A[0])}b.pickedLayer&&S+1<a&&(E.add(b.pickedLayer),b.pickedLayer.disablePickingIndex(b.pickedObjectIndex)),P=xc({pickInfo:b,lastPickedInfo:this.lastPickedInfo,mode:c,layers:p,viewports:i,x:o,y:r,z:O,pixelRatio:d});for(let A of P.values())A.layer&&M.push(A);if(!b.pickedColor)break}for(let S of E)S.restorePickingColors();return{result:M,emptyInfo:P.get(null)}}_pickClosestObject({layers:t,views:e,viewports:i,x:o,y:r,radius:s=0,depth:a=1,mode:c="query",unproject3D:l,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=f.cssToDeviceRatio(),p=this._getPickable(t);if(!p||i.length===0)return{result:[],emptyInfo:Br({viewports:i,x:o,y:r,pixelRatio:d})};this._resizeBuffer(f);let g=f.cssToDevicePixels([o,r],!0),m=[g.x+Math.floor(g.width/2),g.y+Math.floor(g.height/2)],v=Math.round(s*d),{width:_,height:y}=this.pickingFBO,x=this._getPickingRect({deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceWidth:_,deviceHeight:y}),w={x:o-s,y:r-s,width:s*2+1,height:s*2+1},P,M=[],E=new Set;for(let S=0;S<a;S++){let b;if(x){let A=this._drawAndSample({layers:p,views:e,viewports:i,onViewportActive:h,deviceRect:x,cullRect:w,effects:u,pass:`picking:${c}`,canvasContext:f});b=mc({...A,deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceRect:x})}else b={pickedColor:null,pickedObjectIndex:-1};let O,L=this._getDepthLayers(b,p,l);if(L.length>0){let{pickedColors:A}=this._drawAndSample({layers:L,views:e,viewports:i,onViewportActive:h,deviceRect:{x:b.pickedX??m[0],y:b.pickedY??m[1],width:1,height:1},cullRect:w,effects:u,pass:`picking:${c}:z`,canvasContext:f},!0);A[3]&&(O=A[0])}b.pickedLayer&&S+1<a&&(E.add(b.pickedLayer),b.pickedLayer.disablePickingIndex(b.pickedObjectIndex)),P=xc({pickInfo:b,lastPickedInfo:this.lastPickedInfo,mode:c,layers:p,viewports:i,x:o,y:r,z:O,pixelRatio:d});for(let A of P.values())A.layer&&M.push(A);if(!b.pickedColor)break}for(let S of E)S.restorePickingColors();return{result:M,emptyInfo:P.get(null)}}async _pickVisibleObjectsAsync({layers:t,views:e,viewports:i,x:o,y:r,width:s=1,height:a=1,mode:c="query",maxObjects:l=null,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=this._getPickable(t);if(!d||i.length===0)return[];this._resizeBuffer(f);let p=f.cssToDeviceRatio(),g=f.cssToDevicePixels([o,r],!0),m=g.x,v=g.y+g.height,_=f.cssToDevicePixels([o+s,r+a],!0),y=_.x+_.width,x=_.y,w={x:m,y:x,width:y-m,height:v-x},P=await this._drawAndSampleAsync({layers:d,views:e,viewports:i,onViewportActive:h,deviceRect:w,cullRect:{x:o,y:r,width:s,height:a},effects:u,pass:`picking:${c}`,canvasContext:f}),M=yc(P),E=new Map,S=[],b=Number.isFinite(l);for(let O=0;O<M.length&&!(b&&S.length>=l);O++){let L=M[O],A={color:L.pickedColor,layer:null,index:L.pickedObjectIndex,picked:!0,x:o,y:r,pixelRatio:p};A=Nr({layer:L.pickedLayer,info:A,mode:c});let R=A.layer.id;E.has(R)||E.set(R,new Set);let Y=E.get(R),F=A.object??A.index;Y.has(F)||(Y.add(F),S.push(A))}return S}_pickVisibleObjects({layers:t,views:e,viewports:i,x:o,y:r,width:s=1,height:a=1,mode:c="query",maxObjects:l=null,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=this._getPickable(t);if(!d||i.length===0)return[];this._resizeBuffer(f);let p=f.cssToDeviceRatio(),g=f.cssToDevicePixels([o,r],!0),m=g.x,v=g.y+g.height,_=f.cssToDevicePixels([o+s,r+a],!0),y=_.x+_.width,x=_.y,w={x:m,y:x,width:y-m,height:v-x},P=this._drawAndSample({layers:d,views:e,viewports:i,onViewportActive:h,deviceRect:w,cullRect:{x:o,y:r,width:s,height:a},effects:u,pass:`picking:${c}`,canvasContext:f}),M=yc(P),E=new Map,S=[],b=Number.isFinite(l);for(let O=0;O<M.length&&!(b&&S.length>=l);O++){let L=M[O],A={color:L.pickedColor,layer:null,index:L.pickedObjectIndex,picked:!0,x:o,y:r,pixelRatio:p};A=Nr({layer:L.pickedLayer,info:A,mode:c});let R=A.layer.id;E.has(R)||E.set(R,new Set);let Y=E.get(R),F=A.object??A.index;Y.has(F)||(Y.add(F),S.push(A))}return S}async _drawAndSampleAsync({layers:t,views:e,viewports:i,onViewportActive:o,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l},f=!1){let h=f?this.depthFBO:this.pickingFBO,u={layers:t,layerFilter:this.layerFilter,views:e,viewports:i,onViewportActive:o,pickingFBO:h,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l,pickZ:f,preRenderStats:{},isPicking:!0};for(let w of a)w.useInPicking&&(u.preRenderStats[w.id]=w.preRender(u));let{decodePickingColor:d,stats:p}=this.pickLayersPass.render(u);this._updateStats(p);let{x:g,y:m,width:v,height:_}=r,y=h.colorAttachments[0]?.texture;if(!y)throw new Error("Picking framebuffer color attachment is missing");let x=await this._readTextureDataAsync(y,{x:g,y:m,width:v,height:_},f?Float32Array:Uint8Array);if(!f){let w=!1;for(let P=3;P<x.length;P+=4)if(x[P]!==0){w=!0;break}!w&&x.length>0&&I.warn("Async pick readback returned only zero alpha values",{deviceRect:r,bytes:Array.from(x.subarray(0,Math.min(x.length,16)))})()}return{pickedColors:x,decodePickingColor:d}}async _readTextureDataAsync(t,e,i){let{width:o,height:r}=e,s=t.computeMemoryLayout(e),a=this.device.createBuffer({byteLength:s.byteLength,usage:tt.COPY_DST|tt.MAP_READ});try{t.readBuffer(e,a);let c=await a.readAsync(0,s.byteLength),l=i.BYTES_PER_ELEMENT;if(s.bytesPerRow%l!==0)throw new Error(`Texture readback row stride ${s.bytesPerRow} is not aligned to ${l}-byte elements.`);let f=new i(c.buffer,c.byteOffset,s.byteLength/l),h=o*4,u=s.bytesPerRow/l;if(u<h)throw new Error(`Texture readback row stride ${u} is smaller than packed row length ${h}.`);let d=new i(o*r*4);for(let p=0;p<r;p++){let g=p*u;d.set(f.subarray(g,g+h),p*h)}return d}finally{a.destroy()}}_drawAndSample({layers:t,views:e,viewports:i,onViewportActive:o,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l},f=!1){let h=f?this.depthFBO:this.pickingFBO,u={layers:t,layerFilter:this.layerFilter,views:e,viewports:i,onViewportActive:o,pickingFBO:h,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l,pickZ:f,preRenderStats:{},isPicking:!0};for(let x of a)x.useInPicking&&(u.preRenderStats[x.id]=x.preRender(u));let{decodePickingColor:d,stats:p}=this.pickLayersPass.render(u);this._updateStats(p);let{x:g,y:m,width:v,height:_}=r,y=new(f?Float32Array:Uint8Array)(v*_*4);return this.device.readPixelsToArrayWebGL(h,{sourceX:g,sourceY:m,sourceWidth:v,sourceHeight:_,target:y}),{pickedColors:y,decodePickingColor:d}}_updateStats(t){if(!this.stats)return;let e=0;for(let{visibleCount:i}of t)e+=i;this.stats.get("Layers picked").addCount(e)}_getDepthLayers(t,e,i){if(!i||!this.depthFBO)return[];let{pickedLayer:o}=t,r=o?.state?.terrainDrawMode==="drape";return o&&!r?[o]:e.filter(s=>s.props.operation.includes("terrain"))}_getPickingRect({deviceX:t,deviceY:e,deviceRadius:i,deviceWidth:o,deviceHeight:r}){let s=Math.max(0,t-i),a=Math.max(0,e-i),c=Math.min(o,t+i+1)-s,l=Math.min(r,e+i+1)-a;return c<=0||l<=0?null:{x:s,y:a,width:c,height:l}}};var m_={"top-left":{top:0,left:0},"top-right":{top:0,right:0},"bottom-left":{bottom:0,left:0},"bottom-right":{bottom:0,right:0},fill:{top:0,left:0,bottom:0,right:0}},y_="top-left",xu="root",jr=class{constructor({deck:t,parentElement:e}){this.defaultWidgets=[],this.widgets=[],this.resolvedWidgets=[],this.containers={},this.lastViewports={},this.deck=t,e?.classList.add("deck-widget-container"),this.parentElement=e}getWidgets(){return this.resolvedWidgets}setProps(t){if(t.widgets&&!q(t.widgets,this.widgets,1)){let e=t.widgets.filter(Boolean);this._setWidgets(e)}}finalize(){for(let t of this.getWidgets())this._removeWidget(t);this.defaultWidgets.length=0,this.resolvedWidgets.length=0;for(let t in this.containers)this.containers[t].remove()}addDefault(t){this.defaultWidgets.find(e=>e.id===t.id)||(this._addWidget(t),this.defaultWidgets.push(t),this._setWidgets(this.widgets))}onRedraw({viewports:t,layers:e}){let i=t.reduce((o,r)=>(o[r.id]=r,o),{});for(let o of this.getWidgets()){let{viewId:r}=o;if(r){let s=i[r];s&&(o.onViewportChange&&o.onViewportChange(s),o.onRedraw?.({viewports:[s],layers:e}))}else{if(o.onViewportChange)for(let s of t)o.onViewportChange(s);o.onRedraw?.({viewports:t,layers:e})}}this.lastViewports=i,this._updateContainers()}onHover(t,e){for(let i of this.getWidgets()){let{viewId:o}=i;(!o||o===t.viewport?.id)&&i.onHover?.(t,e)}}getCanvasBounds(t){let i=this.deck?.getCanvas?.()?.getBoundingClientRect(),o=this.parentElement?.getBoundingClientRect(),r=this.deck?.getCanvasContext?.(t?.id);if(r&&o){r.updatePosition();let[s,a]=r.getPosition(),[c,l]=r.getCSSSize();return{x:s-o.left,y:a-o.top,width:c,height:l}}return{x:i&&o?i.left-o.left:0,y:i&&o?i.top-o.top:0,width:i?.width||this.deck?.width||0,height:i?.height||this.deck?.height||0}}onEvent(t,e){let i=vn[e.type];if(i)for(let o of this.getWidgets()){let{viewId:r}=o;(!r||r===t.viewport?.id)&&o[i]?.(t,e)}}_setWidgets(t){let e={};for(let i of this.resolvedWidgets)e[i.id]=i;this.resolvedWidgets.length=0;for(let i of this.defaultWidgets)e[i.id]=null,this.resolvedWidgets.push(i);for(let i of t){let o=e[i.id];o?o.viewId!==i.viewId||o.placement!==i.placement?(this._removeWidget(o),this._addWidget(i)):i!==o&&(o.setProps(i.props),i=o):this._addWidget(i),e[i.id]=null,this.resolvedWidgets.push(i)}for(let i in e){let o=e[i];o&&this._removeWidget(o)}this.widgets=t}_addWidget(t){let{viewId:e=null,placement:i=y_}=t,o=t.props._container??e;t.widgetManager=this,t.deck=this.deck,t.rootElement=t._onAdd({deck:this.deck,viewId:e}),t.rootElement&&this._getContainer(o,i).append(t.rootElement),t.updateHTML()}_removeWidget(t){t.onRemove?.(),t.rootElement&&t.rootElement.remove(),t.rootElement=void 0,t.deck=void 0,t.widgetManager=void 0}_getContainer(t,e){if(t&&typeof t!="string")return t;let i=t||xu,o=this.containers[i];o||(o=document.createElement("div"),o.style.pointerEvents="none",o.style.position="absolute",o.style.overflow="hidden",this.parentElement?.append(o),this.containers[i]=o);let r=o.querySelector(`.${e}`);return r||(r=globalThis.document.createElement("div"),r.className=e,r.style.position="absolute",r.style.zIndex="2",Object.assign(r.style,m_[e]),o.append(r)),r}_updateContainers(){for(let t in this.containers){let e=this.lastViewports[t]||null,i=t===xu||e,o=this.containers[t];if(i){let r=this._getContainerBounds(e);o.style.display="block",o.style.left=`${r.x}px`,o.style.top=`${r.y}px`,o.style.width=`${r.width}px`,o.style.height=`${r.height}px`}else o.style.display="none"}}_getContainerBounds(t){if(!t)return{x:0,y:0,width:this.parentElement?.clientWidth||this.deck.width,height:this.parentElement?.clientHeight||this.deck.height};let e=this.getCanvasBounds(t);return{x:e.x+t.x,y:e.y+t.y,width:t.width,height:t.height}}};function vc(n,t){t&&Object.entries(t).map(([e,i])=>{e.startsWith("--")?n.style.setProperty(e,i):n.style[e]=i})}function vu(n,t){t&&Object.keys(t).map(e=>{e.startsWith("--")?n.style.removeProperty(e):n.style[e]=""})}var An=class{constructor(t){this.viewId=null,this.props={...this.constructor.defaultProps,...t},this.id=this.props.id}setProps(t){let e=this.props,i=this.rootElement;i&&e.className!==t.className&&(e.className&&i.classList.remove(e.className),t.className&&i.classList.add(t.className)),i&&!q(e.style,t.style,1)&&(vu(i,e.style),vc(i,t.style)),Object.assign(this.props,t),this.updateHTML()}updateHTML(){this.rootElement&&this.onRenderHTML(this.rootElement)}get viewIds(){return this.viewId?[this.viewId]:this.deck?.getViews().map(t=>t.id)??[]}getViewState(t){return this.deck?.viewManager?.getViewState(t)||{}}setViewState(t,e){this.deck?._onViewStateChange({viewId:t,viewState:e,interactionState:{}})}onCreateRootElement(){let t=["deck-widget",this.className,this.props.className],e=document.createElement("div");return t.filter(i=>typeof i=="string"&&i.length>0).forEach(i=>e.classList.add(i)),vc(e,this.props.style),e}_onAdd(t){return this.onAdd(t)??this.onCreateRootElement()}onAdd(t){}onRemove(){}onViewportChange(t){}onRedraw(t){}onHover(t,e){}onClick(t,e){}onDrag(t,e){}onDragStart(t,e){}onDragEnd(t,e){}};An.defaultProps={id:"widget",style:{},_container:null,className:""};var x_={zIndex:"1",position:"absolute",pointerEvents:"none",color:"#a0a7b4",backgroundColor:"#29323c",padding:"10px",top:"0",left:"0",display:"none"},Oi=class extends An{constructor(t={}){super(t),this.id="default-tooltip",this.placement="fill",this.className="deck-tooltip",this.isVisible=!1,this.setProps(t)}onCreateRootElement(){let t=document.createElement("div");return t.className=this.className,Object.assign(t.style,x_),t}onRenderHTML(t){}onViewportChange(t){this.isVisible&&t.id===this.lastViewport?.id&&!t.equals(this.lastViewport)&&this.setTooltip(null),this.lastViewport=t}onHover(t){let{deck:e}=this,i=e&&e.props.getTooltip;if(!i)return;let o=i(t),r=this.widgetManager?.getCanvasBounds(t.viewport),s=t.x+(r?.x||0),a=t.y+(r?.y||0);this.setTooltip(o,s,a)}setTooltip(t,e,i){let o=this.rootElement;if(o){if(typeof t=="string")o.innerText=t;else if(t)t.text&&(o.innerText=t.text),t.html&&(o.innerHTML=t.html),t.className&&(o.className=t.className);else{this.isVisible=!1,o.style.display="none";return}this.isVisible=!0,o.style.display="block",o.style.transform=`translate(${e}px, ${i}px)`,t&&typeof t=="object"&&"style"in t&&Object.assign(o.style,t.style)}}};Oi.defaultProps={...An.defaultProps};var ki=class{constructor(t){this.targets={},this.order=[],this.eventManagers={},this._eventRootToCanvasId=new WeakMap,this._createEventManager=t.createEventManager,this._getEventRoot=t.getEventRoot}finalize(){for(let t of Object.values(this.targets))t.eventManager.destroy(),t.presentationContext.destroy();this.targets={},this.order=[],this.eventManagers={},this._eventRootToCanvasId=new WeakMap}syncCanvasEntries(t){let e=this._normalizeCanvasList(t.canvases),i={},o=[],r=new Map;for(let{canvas:a}of e){let c=this._getEventRoot(a);r.set(c,(r.get(c)||0)+1)}for(let{id:a,canvas:c}of e){let l=this._getEventRoot(c),f=r.get(l)===1?l:c,h=this.targets[a];if(!h||h.device!==t.device||h.canvas!==c||h.eventRoot!==f){h?.eventManager.destroy(),h?.presentationContext.destroy();let u=t.device.createPresentationContext({id:a,canvas:c,useDevicePixels:t.useDevicePixels,autoResize:!0});h={id:a,device:t.device,canvas:c,eventRoot:f,presentationContext:u,eventManager:this._createEventManager(f)}}this._eventRootToCanvasId.set(f,a),this._eventRootToCanvasId.set(c,a),i[a]=h,o.push(a)}for(let[a,c]of Object.entries(this.targets))i[a]||(c.eventManager.destroy(),c.presentationContext.destroy());this.targets=i,this.order=o;let s=Object.fromEntries(Object.entries(i).map(([a,c])=>[a,c.eventManager]));this._haveSameEventManagers(s)||(this.eventManagers=s)}getCanvasIdFromEvent(t){return t?this._eventRootToCanvasId.get(t):void 0}getTarget(t){return this.targets[t||this.order[0]||Ce]||null}_normalizeCanvasList(t=[]){let e=new Set;return t.map((i,o)=>{let r,s;return typeof i=="string"?(r=document.getElementById(i),B(r,`Canvas with id ${i} not found`),s=i):(r=i,s=r.id||`deckgl-canvas-${o}`),B(!e.has(s),`Duplicate canvas id ${s}`),e.add(s),{id:s,canvas:r}})}_haveSameEventManagers(t){let e=Object.keys(t),i=Object.keys(this.eventManagers);return e.length===i.length&&e.every(o=>t[o]===this.eventManagers[o])}};function he(){}var v_=({isDragging:n})=>n?"grabbing":"grab",_u={id:"",width:"100%",height:"100%",style:null,viewState:null,initialViewState:null,pickingRadius:0,pickAsync:"auto",layerFilter:null,parameters:{},parent:null,device:null,deviceProps:{},gl:null,canvas:null,_canvases:null,layers:[],effects:[],views:null,controller:null,useDevicePixels:!0,touchAction:"none",eventRecognizerOptions:{},_framebuffer:null,_animate:!1,_pickable:!0,_typedArrayManagerProps:{},_customRender:null,widgets:[],onDeviceInitialized:he,onWebGLInitialized:he,onResize:he,onViewStateChange:he,onInteractionStateChange:he,onBeforeRender:he,onAfterRender:he,onLoad:he,onError:n=>I.error(n.message,n.cause)(),onHover:null,onClick:null,onDragStart:null,onDrag:null,onDragEnd:null,_onMetrics:null,getCursor:v_,getTooltip:null,debug:!1,drawPickingColors:!1},Ri=class{constructor(t){this.width=0,this.height=0,this.userData={},this.device=null,this.canvas=null,this.viewManager=null,this.layerManager=null,this.effectManager=null,this.deckRenderer=null,this.deckPicker=null,this.eventManager=null,this.eventManagers={},this.widgetManager=null,this.tooltip=null,this.animationLoop=null,this._canvasContext=null,this._deviceResizeHandler=null,this.cursorState={isHovering:!1,isDragging:!1},this.stats=new Uo({id:"deck.gl"}),this.metrics={fps:0,setPropsTime:0,layersCount:0,drawLayersCount:0,updateLayersCount:0,updateAttributesCount:0,updateAttributesTime:0,framesRedrawn:0,pickTime:0,pickCount:0,pickLayersCount:0,gpuTime:0,gpuTimePerFrame:0,cpuTime:0,cpuTimePerFrame:0,bufferMemory:0,textureMemory:0,renderbufferMemory:0,gpuMemory:0},this._metricsCounter=0,this._hoverPickSequence=0,this._pointerDownPickSequence=0,this._needsRedraw="Initial render",this._canvasManager=new ki({createEventManager:o=>this._createEventManager(o),getEventRoot:o=>this._getEventRoot(o)}),this._ownedCanvas=null,this._pickRequest={mode:"hover",x:-1,y:-1,radius:0,canvasId:void 0,event:null,unproject3D:!1},this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=null,this._onPointerMove=o=>{let{_pickRequest:r}=this,s=this._getCanvasIdFromEvent(o);if(o.type==="pointerleave")r.x=-1,r.y=-1,r.radius=0,r.canvasId=s;else{if(o.leftButton||o.rightButton)return;{let a=o.offsetCenter;if(!a)return;r.x=a.x,r.y=a.y,r.radius=this.props.pickingRadius,r.canvasId=s}}this.layerManager&&(this.layerManager.context.mousePosition={x:r.x,y:r.y}),r.event=o},this._onEvent=o=>{let r=vn[o.type],s=o.offsetCenter,a=this._getCanvasIdFromEvent(o);if(!r||!s||!this.layerManager)return;let c=this.layerManager.getLayers(),l=this._getInternalPickingMode();if(!l)return;if(l==="sync"){let h=o.type==="click"&&this._shouldUnproject3D(c)?this._getFirstPickedInfo(this._pickPointSync(this._getPointPickOptions(s.x,s.y,{unproject3D:!0,canvasId:a},c))):this._getLastPointerDownPickingInfo(s.x,s.y,a,c);this._dispatchPickingEvent(h,o);return}(this._lastPointerDownInfoPromise||Promise.resolve(this._getLastPointerDownPickingInfo(s.x,s.y,a,c))).then(h=>{this._dispatchPickingEvent(h,o)}).catch(h=>this.props.onError?.(h))},this._onPointerDown=o=>{let r=o.offsetCenter,s=this._getCanvasIdFromEvent(o);if(!r)return;let a=this._getInternalPickingMode();if(!a)return;let c=this.layerManager?.getLayers()||[],l=++this._pointerDownPickSequence;if(a==="sync"){let h=this._pickPointSync({x:r.x,y:r.y,canvasId:s,radius:this.props.pickingRadius}),u=this._getFirstPickedInfo(h);this._lastPointerDownInfo=u,this._lastPointerDownInfoPromise=Promise.resolve(u);return}let f=this._pickPointAsync(this._getPointPickOptions(r.x,r.y,{canvasId:s},c)).then(h=>this._getFirstPickedInfo(h)).then(h=>(l===this._pointerDownPickSequence&&(this._lastPointerDownInfo=h),h)).catch(h=>{this.props.onError?.(h);let u=this.deckPicker&&this.viewManager?this._getLastPointerDownPickingInfo(r.x,r.y,s,c):{};return l===this._pointerDownPickSequence&&(this._lastPointerDownInfo=u),u});this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=f};let e=t;this.props={..._u,...t},t=this.props,this._validateCanvasConfiguration(t),t.viewState&&t.initialViewState&&I.warn("View state tracking is disabled. Use either `initialViewState` for auto update or `viewState` for manual update.")(),this.viewState=this.props.initialViewState,t.device&&(this.device=t.device,this._setDeviceCanvasContext(t.device));let i=this.device;!i&&t.gl&&(t.gl instanceof WebGLRenderingContext&&I.error("WebGL1 context not supported.")(),i=$o.attach(t.gl,{_cacheShaders:!0,_cachePipelines:!0,...this.props.deviceProps})),i||(i=this._createDevice(t)),this.animationLoop=this._createAnimationLoop(i,t),this.setProps(e),t._typedArrayManagerProps&&It.setOptions(t._typedArrayManagerProps),this.animationLoop.start()}finalize(){this._restoreDeviceResizeHandler(),this.animationLoop?.stop(),this.animationLoop?.destroy(),this.animationLoop=null,this._hoverPickSequence++,this._pointerDownPickSequence++,this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=null,this.layerManager?.finalize(),this.layerManager=null,this.viewManager?.finalize(),this.viewManager=null,this.effectManager?.finalize(),this.effectManager=null,this.deckRenderer?.finalize(),this.deckRenderer=null,this.deckPicker?.finalize(),this.deckPicker=null,Object.keys(this._canvasManager.targets).length||this.eventManager?.destroy(),this.eventManager=null,this.eventManagers={},this.widgetManager?.finalize(),this.widgetManager=null,this._canvasManager.finalize(),this._isMultiCanvasMode()?this.canvas=null:this.canvas&&this.canvas===this._ownedCanvas&&(this.canvas.parentElement?.removeChild(this.canvas),this.canvas=null,this._ownedCanvas=null),this._canvasContext=null}setProps(t){this.stats.get("setProps Time").timeStart(),"onLayerHover"in t&&I.removed("onLayerHover","onHover")(),"onLayerClick"in t&&I.removed("onLayerClick","onClick")(),t.initialViewState&&!q(this.props.initialViewState,t.initialViewState,3)&&(this.viewState=t.initialViewState),B(!("_canvases"in t)||Array.isArray(t._canvases)===this._isMultiCanvasMode()),Object.assign(this.props,t),this._validateCanvasConfiguration(this.props),this._validateInternalPickingMode(),this.device&&this._isMultiCanvasMode()&&this._syncCanvasTargets(),this._setCanvasSize(this.props);let e=Object.create(this.props);if(Object.assign(e,{views:this._getViews(),width:this.width,height:this.height,viewState:this._getViewState(),eventManagers:this.eventManagers}),t.device&&t.device.id!==this.device?.id){let i=t.device.getDefaultCanvasContext();this.animationLoop?.stop(),!this._isMultiCanvasMode()&&this.canvas!==i.canvas&&(this.canvas?.remove(),this.eventManager?.destroy(),this.canvas=null),this._setDeviceCanvasContext(t.device),I.log(`recreating animation loop for new device! id=${t.device.id}`)(),this.animationLoop=this._createAnimationLoop(t.device,t),this.animationLoop.start()}if(this.animationLoop?.setProps(e),t.useDevicePixels!==void 0&&this._canvasContext?.setProps){this._canvasContext.setProps({useDevicePixels:t.useDevicePixels});for(let i of Object.values(this._canvasManager.targets))i.presentationContext.setProps({useDevicePixels:t.useDevicePixels})}this.layerManager&&(this.viewManager.setProps(e),this.layerManager.activateViewport(this.getViewports()[0]),this.layerManager.setProps(e),this.effectManager.setProps(e),this.deckRenderer.setProps(e),this.deckPicker.setProps(e),this.widgetManager.setProps(e)),this.stats.get("setProps Time").timeEnd()}needsRedraw(t={clearRedrawFlags:!1}){if(!this.layerManager)return!1;if(this.props._animate)return"Deck._animate";let e=this._needsRedraw;t.clearRedrawFlags&&(this._needsRedraw=!1);let i=this.viewManager.needsRedraw(t),o=this.layerManager.needsRedraw(t),r=this.effectManager.needsRedraw(t),s=this.deckRenderer.needsRedraw(t);return e=e||i||o||r||s,e}redraw(t){if(!this.layerManager)return;let e=this.needsRedraw({clearRedrawFlags:!0});e=t||e,e&&(this.stats.get("Redraw Count").incrementCount(),this.props._customRender?this.props._customRender(e):this._drawLayers(e))}get isInitialized(){return this.viewManager!==null}getViews(){return B(this.viewManager),this.viewManager.views}getView(t){return B(this.viewManager),this.viewManager.getView(t)}getViewports(t){return B(this.viewManager),this.viewManager.getViewports(t)}getCanvas(){return this.canvas}getCanvasContext(t){let e=t?this.viewManager?.getView(t)?.props.canvasId:void 0;return this._getCanvasContext(e)}getEventManager(t){if(!t||!this.viewManager)return this.eventManager;let e=this.viewManager.getCanvasId(t)||Ce;return this.eventManagers[e]||this.eventManager}async pickObjectAsync(t){let e=(await this._pickAsync("pickObjectAsync","pickObject Time",t)).result;return e.length?e[0]:null}async pickObjectsAsync(t){return await this._pickAsync("pickObjectsAsync","pickObjects Time",t)}pickObject(t){let e=this._pick("pickObject","pickObject Time",t).result;return e.length?e[0]:null}pickMultipleObjects(t){return t.depth=t.depth||10,this._pick("pickObject","pickMultipleObjects Time",t).result}pickObjects(t){return this._pick("pickObjects","pickObjects Time",t)}_pickPositionForController(t,e,i){return this._getInternalPickingMode()!=="sync"?null:this.pickObject({x:t,y:e,radius:0,unproject3D:!0,canvasId:i?this.viewManager?.getCanvasId(i):void 0})}_addResources(t,e=!1){for(let i in t)this.layerManager.resourceManager.add({resourceId:i,data:t[i],forceUpdate:e})}_removeResources(t){for(let e of t)this.layerManager.resourceManager.remove(e)}_addDefaultEffect(t){this.effectManager.addDefaultEffect(t)}_addDefaultShaderModule(t){this.layerManager.addDefaultShaderModule(t)}_removeDefaultShaderModule(t){this.layerManager?.removeDefaultShaderModule(t)}_resolveInternalPickingMode(){let{pickAsync:t}=this.props,e=this.device?.type||this.props.deviceProps?.type;if(t==="auto")return e==="webgpu"?"async":"sync";if(t==="sync"&&e==="webgpu")throw new Error('`pickAsync: "sync"` is not supported when Deck is using a WebGPU device.');return t}_getInternalPickingMode(){try{return this._resolveInternalPickingMode()}catch(t){return this.props.onError?.(t),null}}_validateInternalPickingMode(){this._getInternalPickingMode()}_getFirstPickedInfo({result:t,emptyInfo:e}){return t[0]||e}_shouldUnproject3D(t=this.layerManager?.getLayers()||[]){return t.some(e=>e.props.pickable==="3d")}_getPointPickOptions(t,e,i={},o=this.layerManager?.getLayers()||[]){return{x:t,y:e,canvasId:i.canvasId,radius:this.props.pickingRadius,unproject3D:this._shouldUnproject3D(o),...i}}_pickPointSync(t){return this._pick("pickObject","pickObject Time",t)}_pickPointAsync(t){return this._pickAsync("pickObjectAsync","pickObject Time",t)}_getLastPointerDownPickingInfo(t,e,i,o=this.layerManager?.getLayers()||[]){return this.deckPicker.getLastPickedObject({x:t,y:e,layers:o,viewports:this.getViewports({x:t,y:e,canvasId:i})},this._lastPointerDownInfo)}_applyHoverCallbacks({result:t,emptyInfo:e},i){if(!this.widgetManager)return;this.cursorState.isHovering=t.length>0;let o=e,r=!1;for(let s of t)o=s,r=s.layer?.onHover(s,i)||r;r||(this.props.onHover?.(o,i),this.widgetManager.onHover(o,i))}_dispatchPickingEvent(t,e){if(!this.layerManager||!this.widgetManager)return;let i=vn[e.type];if(!i)return;let{layer:o}=t,r=o&&(o[i]||o.props[i]),s=this.props[i],a=!1;r&&(a=r.call(o,t,e)),a||(s?.(t,e),this.widgetManager.onEvent(t,e))}_pickAsync(t,e,i){B(this.deckPicker);let{stats:o}=this,r=this._isMultiCanvasMode()?i.canvasId||this._getDefaultCanvasId():i.canvasId,s=this._getCanvasContext(r)||void 0;o.get("Pick Count").incrementCount(),o.get(e).timeStart(),this._resizeForCanvasTarget(r);let a=this.deckPicker[t]({layers:this.layerManager.getLayers(i),views:this.viewManager.getViews(),viewports:this.getViewports({...i,canvasId:r}),onViewportActive:this.layerManager.activateViewport,effects:this.effectManager.getEffects(),...i,canvasId:r,canvasContext:s});return o.get(e).timeEnd(),a}_pick(t,e,i){B(this.deckPicker);let{stats:o}=this,r=this._isMultiCanvasMode()?i.canvasId||this._getDefaultCanvasId():i.canvasId,s=this._getCanvasContext(r)||void 0;o.get("Pick Count").incrementCount(),o.get(e).timeStart(),this._resizeForCanvasTarget(r);let a=this.deckPicker[t]({layers:this.layerManager.getLayers(i),views:this.viewManager.getViews(),viewports:this.getViewports({...i,canvasId:r}),onViewportActive:this.layerManager.activateViewport,effects:this.effectManager.getEffects(),...i,canvasId:r,canvasContext:s});return o.get(e).timeEnd(),a}_createCanvas(t){let e=t.canvas;return typeof e=="string"&&(e=document.getElementById(e),B(e)),e?this._ownedCanvas=null:(e=document.createElement("canvas"),e.id=t.id||"deckgl-overlay",t.width&&typeof t.width=="number"&&(e.width=t.width),t.height&&typeof t.height=="number"&&(e.height=t.height),(t.parent||document.body).appendChild(e),this._ownedCanvas=e),Object.assign(e.style,t.style),e}_isMultiCanvasMode(){return Array.isArray(this.props._canvases)}_getDefaultCanvasId(){return this._canvasManager.order[0]||Ce}_validateCanvasConfiguration(t){Array.isArray(t._canvases)&&(B(!t.canvas),B(!t.gl),B(!t.device?.canvasContext||t.device.getDefaultCanvasContext().offscreenCanvas))}_createEventManager(t){let e=new fi(t,{touchAction:this.props.touchAction,recognizers:Object.keys(ec).map(i=>{let[o,r,s,a]=ec[i],c=this.props.eventRecognizerOptions?.[i],l={...r,...c,event:i};return{recognizer:new o(l),recognizeWith:s,requireFailure:a}}),events:{pointerdown:this._onPointerDown,pointermove:this._onPointerMove,pointerleave:this._onPointerMove}});for(let i in vn)i==="dblclick"?e.watch(i,this._onEvent):e.on(i,this._onEvent);return e}_getEventRoot(t){return t.closest(".deck-events-root")||this.props.parent?.querySelector(".deck-events-root")||t}_syncCanvasTargets(){if(!this.device||!this._isMultiCanvasMode())return;this._canvasManager.syncCanvasEntries({device:this.device,canvases:this.props._canvases||[],useDevicePixels:this.props.useDevicePixels}),this.eventManagers=this._canvasManager.eventManagers;let t=this._getDefaultCanvasId();this.eventManager=this.eventManagers[t]||null,this.canvas=this._canvasManager.targets[t]?.canvas||null}_setCanvasContext(t){this._canvasContext=t,"style"in t.canvas&&(this.canvas=t.canvas)}_setDeviceCanvasContext(t,e={}){let i=t.getDefaultCanvasContext();this._setCanvasContext(i),this._setDeviceResizeHandler(t,e)}_setDeviceResizeHandler(t,e={}){let i=!!e.syncDrawingBuffer;if(this._deviceResizeHandler?.device===t){this._deviceResizeHandler.syncDrawingBuffer=i;return}this._restoreDeviceResizeHandler();let o=r=>{this._isMultiCanvasMode()?this._updateMultiCanvasDimensions():r===this._canvasContext&&this._canvasContext&&this._onCanvasContextResize(this._canvasContext,{syncDrawingBuffer:this._deviceResizeHandler?.syncDrawingBuffer})};t.props.onResize=o,this._deviceResizeHandler={device:t,onResize:o,syncDrawingBuffer:i}}_restoreDeviceResizeHandler(){let t=this._deviceResizeHandler;t&&t.device.props?.onResize===t.onResize&&(t.device.props.onResize=he),this._deviceResizeHandler=null}_setCanvasSize(t){if(this._isMultiCanvasMode()||!this.canvas)return;let{width:e,height:i}=t;if(e||e===0){let o=Number.isFinite(e)?`${e}px`:e;this.canvas.style.width=o}if(i||i===0){let o=Number.isFinite(i)?`${i}px`:i;this.canvas.style.position=t.style?.position||"absolute",this.canvas.style.height=o}}_getCanvasIdFromEvent(t){return this._canvasManager.getCanvasIdFromEvent(t?.rootElement)}_getCanvasContext(t){return this._canvasManager.getTarget(t)?.presentationContext||this._canvasContext}_resizeForCanvasTarget(t){let e=this._canvasManager.getTarget(t);if(!e||!this.device?.canvasContext)return;let[i,o]=e.presentationContext.getDrawingBufferSize();this.device.canvasContext.setDrawingBufferSize(i,o)}_createDeviceCanvas(t){if(this._isMultiCanvasMode()){let e=globalThis.OffscreenCanvas;if(!e)throw new Error("`_canvases` requires OffscreenCanvas support.");let i=typeof t.width=="number"&&Number.isFinite(t.width)?t.width:1,o=typeof t.height=="number"&&Number.isFinite(t.height)?t.height:1;return new e(i,o)}return this._createCanvas(t)}_updateCanvasSize(t=this._canvasContext){if(this._isMultiCanvasMode()){this._updateMultiCanvasDimensions();return}let{canvas:e}=this,[i,o]=t?t.getCSSSize():[e?.clientWidth??e?.width??0,e?.clientHeight??e?.height??0];(i!==this.width||o!==this.height)&&(this.width=i,this.height=o,this.viewManager?.setProps({width:i,height:o}),this.layerManager?.activateViewport(this.getViewports()[0]),this.props.onResize({width:i,height:o},t||void 0))}_onCanvasContextResize(t,e={}){if(e.syncDrawingBuffer){let{width:i,height:o}=t.canvas;t.setDrawingBufferSize(i,o)}this._needsRedraw="Canvas resized",this._updateCanvasSize(t)}_updateMultiCanvasDimensions(){let[t,e]=this._getCanvasContext()?.getCSSSize()||[0,0];(t!==this.width||e!==this.height)&&(this.width=t,this.height=e,this.props.onResize({width:t,height:e})),this._needsRedraw="Canvas resized",this.viewManager?.setNeedsUpdate("Canvas resized"),this.viewManager?.setProps({width:this.width,height:this.height})}_createAnimationLoop(t,e){let{gl:i,onError:o}=e;return new Sl({device:t,autoResizeDrawingBuffer:!i&&!Array.isArray(e._canvases),autoResizeViewport:!1,onInitialize:r=>this._setDevice(r.device),onRender:this._onRenderFrame.bind(this),onError:o})}_createDevice(t){let e=this.props.deviceProps?.createCanvasContext,i=typeof e=="object"?e:void 0,o={adapters:[],_cacheShaders:!0,_cachePipelines:!0,...t.deviceProps};o.adapters.includes($o)||o.adapters.push($o);let r={alphaMode:this.props.deviceProps?.type==="webgpu"?"premultiplied":void 0};return Ts.createDevice({_reuseDevices:!0,type:"webgl",...o,createCanvasContext:{...r,...i,canvas:this._createDeviceCanvas(t),useDevicePixels:this.props.useDevicePixels,autoResize:!0}})}_getViewState(){return this.props.viewState||this.viewState}_getViews(){let{views:t}=this.props,e=Array.isArray(t)?t:t?[t]:[new yu({id:"default-view"})];return e.length&&this.props.controller&&(e[0]=e[0].clone({controller:this.props.controller})),e}_onContextLost(){let{onError:t}=this.props;this.animationLoop&&t&&t(new Error("WebGL context is lost"))}_pickAndCallback(){let{_pickRequest:t}=this;if(t.event){let e=t.event,i=this.layerManager?.getLayers()||[],o=this._getPointPickOptions(t.x,t.y,{canvasId:t.canvasId,radius:t.radius,mode:t.mode},i),r=this._getInternalPickingMode(),s=++this._hoverPickSequence;if(t.event=null,t.canvasId=void 0,!r)return;if(r==="sync"){this._applyHoverCallbacks(this._pickPointSync(o),e);return}this._pickPointAsync(o).then(({result:a,emptyInfo:c})=>{s===this._hoverPickSequence&&this._applyHoverCallbacks({result:a,emptyInfo:c},e)}).catch(a=>this.props.onError?.(a))}}_updateCursor(){let t=this.props.getCursor(this.cursorState);if(this._isMultiCanvasMode()){for(let i of Object.values(this._canvasManager.targets))i.canvas.style.cursor=t;return}let e=this.props.parent||this.canvas;e&&(e.style.cursor=t)}_setDevice(t){if(this.device=t,this._validateInternalPickingMode(),!this.animationLoop)return;this._setDeviceCanvasContext(t,{syncDrawingBuffer:!!(this.props.gl&&this.props.device!==t)}),this._isMultiCanvasMode()?this._syncCanvasTargets():this.canvas&&!this.canvas.isConnected&&this.props.parent&&this.props.parent.insertBefore(this.canvas,this.props.parent.firstChild),this.device.type==="webgl"&&this.device.setParametersWebGL({blend:!0,blendFunc:[770,771,1,771],polygonOffsetFill:!0,depthTest:!0,depthFunc:515}),this.props.onDeviceInitialized(this.device),this.device.type==="webgl"&&this.props.onWebGLInitialized(this.device.gl);let e=new Go;if(e.play(),this.animationLoop.attachTimeline(e),!this._isMultiCanvasMode()){let r=this.canvas&&this._getEventRoot(this.canvas);B(r),this.eventManager=this._createEventManager(r),this.eventManagers={[Ce]:this.eventManager}}this.viewManager=new bi({timeline:e,eventManager:this.eventManager,eventManagers:this.eventManagers,getCanvasContext:this._isMultiCanvasMode()?this.getCanvasContext.bind(this):void 0,onViewStateChange:this._onViewStateChange.bind(this),onInteractionStateChange:this._onInteractionStateChange.bind(this),pickPosition:this._pickPositionForController.bind(this),views:this._getViews(),viewState:this._getViewState(),width:this.width,height:this.height});let i=this.viewManager.getViewports()[0];this.layerManager=new Pi(this.device,{deck:this,stats:this.stats,viewport:i,timeline:e}),this.effectManager=new Ti({deck:this,device:this.device}),this.deckRenderer=new Li(this.device,{stats:this.stats}),this.deckPicker=new Ii(this.device,{stats:this.stats});let o=this.props.parent?.querySelector(".deck-widgets-root")||(this._isMultiCanvasMode()?this.props.parent||this.canvas?.parentElement:null)||this.canvas?.parentElement;this.widgetManager=new jr({deck:this,parentElement:o}),this.widgetManager.addDefault(new Oi),this.setProps({}),this._updateCanvasSize(this._canvasContext),this.props.onLoad()}_drawLayers(t,e){let{device:i,gl:o}=this.layerManager.context;this.props.onBeforeRender({device:i,gl:o});let r={target:this.props._framebuffer,layers:this.layerManager.getLayers(),viewports:this.viewManager.getViewports(),onViewportActive:this.layerManager.activateViewport,views:this.viewManager.getViews(),pass:"screen",effects:this.effectManager.getEffects(),...e};if(this._isMultiCanvasMode()&&r.pass==="screen"&&!r.target&&this._canvasManager.order.length)for(let s of this._canvasManager.order){let a=r.viewports.filter(f=>this.viewManager.getCanvasId(f.id)===s);if(!a.length){let f=this._canvasManager.targets[s];this._resizeForCanvasTarget(s),this.deckRenderer?.renderLayers({...r,canvasContext:f.presentationContext,target:f.presentationContext.getCurrentFramebuffer(),viewports:[],clearCanvas:!0}),f.presentationContext.present();continue}let c=this._canvasManager.targets[s];this._resizeForCanvasTarget(s);let l=c.presentationContext.getCurrentFramebuffer();this.deckRenderer?.renderLayers({...r,canvasContext:c.presentationContext,target:l,viewports:a}),c.presentationContext.present()}else this.deckRenderer?.renderLayers(r);r.pass==="screen"&&this.widgetManager.onRedraw({viewports:r.viewports,layers:r.layers}),this.props.onAfterRender({device:i,gl:o})}_onRenderFrame(){this._getFrameStats(),this._metricsCounter++%60===0&&(this._getMetrics(),this.stats.reset(),I.table(4,this.metrics)(),this.props._onMetrics&&this.props._onMetrics(this.metrics)),this._updateCursor(),this.layerManager.updateLayers(),this._pickAndCallback(),this.redraw(),this.viewManager&&this.viewManager.updateViewStates()}_onViewStateChange(t){let e=this.props.onViewStateChange(t)||t.viewState;this.viewState&&(this.viewState={...this.viewState,[t.viewId]:e},this.props.viewState||this.viewManager&&this.viewManager.setProps({viewState:this.viewState}))}_onInteractionStateChange(t){this.cursorState.isDragging=t.isDragging||!1,this.props.onInteractionStateChange(t)}_getFrameStats(){let{stats:t}=this;t.get("frameRate").timeEnd(),t.get("frameRate").timeStart();let e=this.animationLoop.stats;t.get("GPU Time").addTime(e.get("GPU Time").lastTiming),t.get("CPU Time").addTime(e.get("CPU Time").lastTiming)}_getMetrics(){let{metrics:t,stats:e}=this;t.fps=e.get("frameRate").getHz(),t.setPropsTime=e.get("setProps Time").time,t.updateAttributesTime=e.get("Update Attributes").time,t.framesRedrawn=e.get("Redraw Count").count,t.pickTime=e.get("pickObject Time").time+e.get("pickMultipleObjects Time").time+e.get("pickObjects Time").time,t.pickCount=e.get("Pick Count").count,t.layersCount=this.layerManager?.layers.length??0,t.drawLayersCount=e.get("Layers rendered").lastSampleCount,t.pickLayersCount=e.get("Layers picked").lastSampleCount,t.updateLayersCount=e.get("Layer updates").count,t.updateAttributesCount=e.get("Attributes updated").count,t.gpuTime=e.get("GPU Time").time,t.cpuTime=e.get("CPU Time").time,t.gpuTimePerFrame=e.get("GPU Time").getAverageTime(),t.cpuTimePerFrame=e.get("CPU Time").getAverageTime();let i=Ts.stats.get("GPU Time and Memory");t.bufferMemory=i.get("Buffer Memory").count,t.textureMemory=i.get("Texture Memory").count,t.renderbufferMemory=i.get("Renderbuffer Memory").count,t.gpuMemory=i.get("GPU Memory").count}};Ri.defaultProps=_u;Ri.VERSION=Of;var _c=Ri;function wu(n){switch(n){case"float64":return Float64Array;case"uint8":case"unorm8":return Uint8ClampedArray;default:return wl(n)}}var Pu=As.getDataType.bind(As);function zi(n,t,e){if(t.size>4)return null;let i=e==="webgpu"&&t.type==="uint8"?"unorm8":t.type,o=t.size,r=!!(e!=="webgpu"&&o===3&&i&&["uint8","sint8","unorm8","snorm8","uint16","sint16","unorm16","snorm16"].includes(i));return{attribute:n,format:o>1?`${i}x${o}${r?"-webgl":""}`:t.type,byteOffset:t.offset||0}}function Et(n){return n.stride||n.size*n.bytesPerElement}function bu(n,t){return n.type===t.type&&n.size===t.size&&Et(n)===Et(t)&&(n.offset||0)===(t.offset||0)}function wc(n,t){t.offset&&I.removed("shaderAttribute.offset","vertexOffset, elementOffset")();let e=Et(n),i=t.vertexOffset!==void 0?t.vertexOffset:n.vertexOffset||0,o=t.elementOffset||0,r=i*e+o*n.bytesPerElement+(n.offset||0);return{...t,offset:r,stride:e}}function __(n,t){let e=wc(n,t);return{high:e,low:{...e,offset:e.offset+n.size*4}}}var Di=class{constructor(t,e,i){this._buffer=null,this.device=t,this.id=e.id||"",this.size=e.size||1;let o=e.logicalType||e.type,r=o==="float64",{defaultValue:s}=e;s=Number.isFinite(s)?[s]:s||new Array(this.size).fill(0);let a;r?a="float32":!o&&e.isIndexed?a="uint32":a=o||"float32";let c=wu(o||a);this.doublePrecision=r,r&&e.fp64===!1&&(c=Float32Array),this.value=null,this.settings={...e,defaultType:c,defaultValue:s,logicalType:o,type:a,normalized:a.includes("norm"),size:this.size,bytesPerElement:c.BYTES_PER_ELEMENT},this.state={...i,externalBuffer:null,bufferAccessor:this.settings,allocatedValue:null,numInstances:0,bounds:null,constant:!1}}get isConstant(){return this.state.constant}get buffer(){return this._buffer}get byteOffset(){let t=this.getAccessor();return t.vertexOffset?t.vertexOffset*Et(t):0}get numInstances(){return this.state.numInstances}set numInstances(t){this.state.numInstances=t}get isDoublePrecisionBuffer(){return this._shouldSplitDoublePrecisionValue(this.value)}delete(){this._buffer&&(this._buffer.delete(),this._buffer=null),It.release(this.state.allocatedValue),this.state.allocatedValue=null}getBuffer(){return this.state.constant&&this.device.type!=="webgpu"?null:this.state.externalBuffer||this._buffer}getValue(t=this.id,e=null){let i={};if(this.state.constant){let o=this.value;if(this.device.type==="webgpu"&&this._buffer)i[t]=this._buffer;else if(e){let r=wc(this.getAccessor(),e),s=r.offset/o.BYTES_PER_ELEMENT,a=r.size||this.size;i[t]=o.subarray(s,s+a)}else i[t]=o}else i[t]=this.getBuffer();return this.doublePrecision&&(this.isDoublePrecisionBuffer?i[`${t}64Low`]=i[t]:i[`${t}64Low`]=new Float32Array(this.size)),i}_getBufferLayout(t=this.id,e=null){let i=this.getAccessor(),o=[],r={name:this.id,byteStride:this.device.type==="webgpu"&&this.state.constant?0:Et(i)};if(this.doublePrecision){let s=__(i,e||{});o.push(zi(t,{...i,...s.high},this.device.type),zi(`${t}64Low`,{...i,...s.low},this.device.type))}else if(e){let s=wc(i,e);o.push(zi(t,{...i,...s},this.device.type))}else o.push(zi(t,i,this.device.type));return r.attributes=o.filter(Boolean),r}setAccessor(t){this.state.bufferAccessor=t}getAccessor(){return this.state.bufferAccessor}getBounds(){if(this.state.bounds)return this.state.bounds;let t=null;if(this.state.constant&&this.value){let e=Array.from(this.value);t=[e,e]}else{let{value:e,numInstances:i,size:o}=this,r=i*o;if(e&&r&&e.length>=r){let s=new Array(o).fill(1/0),a=new Array(o).fill(-1/0);for(let c=0;c<r;)for(let l=0;l<o;l++){let f=e[c++];f<s[l]&&(s[l]=f),f>a[l]&&(a[l]=f)}t=[s,a]}}return this.state.bounds=t,t}setData(t){let{state:e}=this,i;ArrayBuffer.isView(t)?i={value:t}:t instanceof tt?i={buffer:t}:i=t;let o={...this.settings,...i};if(ArrayBuffer.isView(i.value)){if(!i.type)if(this.doublePrecision&&i.value instanceof Float64Array)o.type="float32";else{let s=Pu(i.value);o.type=o.normalized?s.replace("int","norm"):s}o.bytesPerElement=i.value.BYTES_PER_ELEMENT,o.stride=Et(o)}if(e.bounds=null,i.constant){let r=i.value;if(r=this._normalizeValue(r,[],0),this.settings.normalized&&(r=this.normalizeConstant(r)),!(!e.constant||!this._areValuesEqual(r,this.value)))return!1;e.externalBuffer=null,e.constant=!0,this.value=ArrayBuffer.isView(r)?r:new Float32Array(r)}else if(i.buffer){let r=i.buffer;e.externalBuffer=r,e.constant=!1,this.value=i.value||null}else if(i.value){this._checkExternalBuffer(i);let r=i.value,s=r;e.externalBuffer=null,e.constant=!1,this.value=r,this._shouldSplitDoublePrecisionValue(s)&&(s=Sn(s,o),r instanceof Float32Array&&(o.stride=o.size*2*Float32Array.BYTES_PER_ELEMENT));let{buffer:a}=this,c=Et(o),l=(o.vertexOffset||0)*c;if(this.settings.isIndexed){let h=this.settings.defaultType;s.constructor!==h&&(s=new h(s))}let f=s.byteLength+l+c*2;(!a||a.byteLength<f)&&(a=this._createBuffer(f)),a.write(s,l)}return this.setAccessor(o),!0}updateSubBuffer(t={}){this.state.bounds=null;let e=this.value,{startOffset:i=0,endOffset:o}=t,r=this._shouldSplitDoublePrecisionValue(e);this.buffer.write(r?Sn(e,{size:this.size,startIndex:i,endIndex:o}):e.subarray(i,o),i*(r?8:e.BYTES_PER_ELEMENT)+this.byteOffset)}allocate(t,e=!1){let{state:i}=this,o=i.allocatedValue,r=It.allocate(o,t+1,{size:this.size,type:this.settings.defaultType,copy:e});this.value=r;let s=this._shouldSplitDoublePrecisionValue(r),a=s&&r instanceof Float32Array?{...this.settings,stride:this.size*2*Float32Array.BYTES_PER_ELEMENT}:this.settings;this.setAccessor(a);let{byteOffset:c}=this,{buffer:l}=this,f=r.byteLength*(s&&r instanceof Float32Array?2:1);return(!l||l.byteLength<f+c)&&(l=this._createBuffer(f+c),e&&o&&l.write(this._shouldSplitDoublePrecisionValue(o)?Sn(o,this):o,c)),i.allocatedValue=r,i.constant=!1,i.externalBuffer=null,!0}_shouldSplitDoublePrecisionValue(t){return!!(this.doublePrecision&&(t instanceof Float64Array||this.device.type==="webgpu"&&t instanceof Float32Array))}_checkExternalBuffer(t){let{value:e}=t;if(!ArrayBuffer.isView(e))throw new Error(`Attribute ${this.id} value is not TypedArray`);let i=this.settings.defaultType,o=!1;if(this.doublePrecision&&(o=e.BYTES_PER_ELEMENT<4),o)throw new Error(`Attribute ${this.id} does not support ${e.constructor.name}`);!(e instanceof i)&&this.settings.normalized&&!("normalized"in t)&&I.warn(`Attribute ${this.id} is normalized`)()}normalizeConstant(t){switch(this.settings.type){case"snorm8":return new Float32Array(t).map(e=>(e+128)/255*2-1);case"snorm16":return new Float32Array(t).map(e=>(e+32768)/65535*2-1);case"unorm8":return new Float32Array(t).map(e=>e/255);case"unorm16":return new Float32Array(t).map(e=>e/65535);default:return t}}_normalizeValue(t,e,i){let{defaultValue:o,size:r}=this.settings;if(Number.isFinite(t))return e[i]=t,e;if(!t){let s=r;for(;--s>=0;)e[i+s]=o[s];return e}switch(r){case 4:e[i+3]=Number.isFinite(t[3])?t[3]:o[3];case 3:e[i+2]=Number.isFinite(t[2])?t[2]:o[2];case 2:e[i+1]=Number.isFinite(t[1])?t[1]:o[1];case 1:e[i+0]=Number.isFinite(t[0])?t[0]:o[0];break;default:let s=r;for(;--s>=0;)e[i+s]=Number.isFinite(t[s])?t[s]:o[s]}return e}_areValuesEqual(t,e){if(!t||!e)return!1;let{size:i}=this;for(let o=0;o<i;o++)if(t[o]!==e[o])return!1;return!0}_createBuffer(t){this._buffer&&this._buffer.destroy();let{isIndexed:e,type:i}=this.settings,o=this.device.type==="webgpu"&&!e?tt.VERTEX|tt.STORAGE|tt.COPY_DST|tt.COPY_SRC:(e?tt.INDEX:tt.VERTEX)|tt.COPY_DST;return this._buffer=this.device.createBuffer({...this._buffer?.props,id:this.id,usage:o,indexType:e?i:void 0,byteLength:t}),this._buffer}};var Eu=[],Su=[];function zt(n,t=0,e=1/0){let i=Eu,o={index:-1,data:n,target:[]};return n?typeof n[Symbol.iterator]=="function"?i=n:n.length>0&&(Su.length=n.length,i=Su):i=Eu,(t>0||Number.isFinite(e))&&(i=(Array.isArray(i)?i:Array.from(i)).slice(t,e),o.index=t-1),{iterable:i,objectInfo:o}}function Fr(n){return n&&n[Symbol.asyncIterator]}function Vr(n,t){let{size:e,stride:i,offset:o,startIndices:r,nested:s}=t,a=n.BYTES_PER_ELEMENT,c=i?i/a:e,l=o?o/a:0,f=Math.floor((n.length-l)/c);return(h,{index:u,target:d})=>{if(!r){let v=u*c+l;for(let _=0;_<e;_++)d[_]=n[v+_];return d}let p=r[u],g=r[u+1]||f,m;if(s){m=new Array(g-p);for(let v=p;v<g;v++){let _=v*c+l;d=new Array(e);for(let y=0;y<e;y++)d[y]=n[_+y];m[v-p]=d}}else if(c===e)m=n.subarray(p*e+l,g*e+l);else{m=new n.constructor((g-p)*e);let v=0;for(let _=p;_<g;_++){let y=_*c+l;for(let x=0;x<e;x++)m[v++]=n[y+x]}}return m}}var Mu=[],Bi=[[0,1/0]];function Cu(n,t){if(n===Bi||(t[0]<0&&(t[0]=0),t[0]>=t[1]))return n;let e=[],i=n.length,o=0;for(let r=0;r<i;r++){let s=n[r];s[1]<t[0]?(e.push(s),o=r+1):s[0]>t[1]?e.push(s):t=[Math.min(s[0],t[0]),Math.max(s[1],t[1])]}return e.splice(o,0,t),e}var P_={interpolation:{duration:0,easing:n=>n},spring:{stiffness:.05,damping:.5}};function Ur(n,t){if(!n)return null;Number.isFinite(n)&&(n={type:"interpolation",duration:n});let e=n.type||"interpolation";return{...P_[e],...t,...n,type:e}}var qe=class extends Di{constructor(t,e){super(t,e,{startIndices:null,constantValue:null,lastExternalBuffer:null,binaryValue:null,binaryAccessor:null,needsUpdate:!0,needsRedraw:!1,layoutChanged:!1,updateRanges:Bi}),this.constant=!1,this.settings.update=e.update||(e.accessor?this._autoUpdater:void 0),Object.seal(this.settings),Object.seal(this.state),this._validateAttributeUpdaters()}get startIndices(){return this.state.startIndices}set startIndices(t){this.state.startIndices=t}needsUpdate(){return this.state.needsUpdate}needsRedraw({clearChangedFlags:t=!1}={}){let e=this.state.needsRedraw;return this.state.needsRedraw=e&&!t,e}layoutChanged(){return this.state.layoutChanged}setAccessor(t){var e;(e=this.state).layoutChanged||(e.layoutChanged=!bu(t,this.getAccessor())),super.setAccessor(t)}getUpdateTriggers(){let{accessor:t}=this.settings;return[this.id].concat(typeof t!="function"&&t||[])}supportsTransition(){return!!this.settings.transition}getTransitionSetting(t){if(!t||!this.supportsTransition())return null;let{accessor:e}=this.settings,i=this.settings.transition,o=Array.isArray(e)?t[e.find(r=>t[r])]:t[e];return Ur(o,i)}setNeedsUpdate(t=this.id,e){if(this.state.needsUpdate=this.state.needsUpdate||t,this.setNeedsRedraw(t),e){let{startRow:i=0,endRow:o=1/0}=e;this.state.updateRanges=Cu(this.state.updateRanges,[i,o])}else this.state.updateRanges=Bi}clearNeedsUpdate(){this.state.needsUpdate=!1,this.state.updateRanges=Mu}setNeedsRedraw(t=this.id){this.state.needsRedraw=this.state.needsRedraw||t}allocate(t){let{state:e,settings:i}=this;if(i.noAlloc)return!1;if(i.update){let o=this.isConstant;return super.allocate(t,e.updateRanges!==Bi),e.layoutChanged||(e.layoutChanged=o&&this.device.type==="webgpu"),!0}return!1}updateBuffer({numInstances:t,data:e,props:i,context:o}){if(!this.needsUpdate())return!1;let{state:{updateRanges:r},settings:{update:s,noAlloc:a}}=this,c=!0;if(s){for(let[l,f]of r)s.call(o,this,{data:e,startRow:l,endRow:f,props:i,numInstances:t});if(this.value)if(this.constant||!this.buffer||this.buffer.byteLength<this.value.byteLength+this.byteOffset){if(this.constant){let l=this.value;this.value=null,this.setConstantValue(o,l)}else this.setData({value:this.value,constant:this.constant});this.constant=!1}else for(let[l,f]of r){let h=Number.isFinite(l)?this.getVertexOffset(l):0,u=Number.isFinite(f)?this.getVertexOffset(f):a||!Number.isFinite(t)?this.value.length:t*this.size;super.updateSubBuffer({startOffset:h,endOffset:u})}this._checkAttributeArray()}else c=!1;return this.clearNeedsUpdate(),this.setNeedsRedraw(),c}setConstantValue(t,e){var i;if(e===void 0||typeof e=="function")return!1;let o=this.isConstant,r=this.settings.transform&&t?this.settings.transform.call(t,e):e,s=this.settings.defaultType;this.state.constantValue=this._normalizeValue(r,new s(this.size),0);let a=this.setData({constant:!0,value:r});if(this.device.type==="webgpu"){let c=this.state.constantValue;this.doublePrecision&&(c instanceof Float32Array||c instanceof Float64Array)&&(c=Sn(c,{size:this.size}),this.setAccessor({...this.getAccessor(),stride:this.size*2*Float32Array.BYTES_PER_ELEMENT}));let l=this._buffer;(!l||l.byteLength<c.byteLength)&&(l=this._createBuffer(c.byteLength)),l.write(c),(i=this.state).layoutChanged||(i.layoutChanged=!o),this.constant=!1}return a&&this.setNeedsRedraw(),this.clearNeedsUpdate(),!0}getConstantValue(){return this.isConstant?this.state.constantValue:null}setExternalBuffer(t){let{state:e}=this;return t?(this.clearNeedsUpdate(),e.lastExternalBuffer===t||(e.lastExternalBuffer=t,this.setNeedsRedraw(),this.setData(t)),!0):(e.lastExternalBuffer=null,!1)}setBinaryValue(t,e=null){let{state:i,settings:o}=this;if(!t)return i.binaryValue=null,i.binaryAccessor=null,!1;if(o.noAlloc)return!1;if(i.binaryValue===t)return this.clearNeedsUpdate(),!0;if(i.binaryValue=t,this.setNeedsRedraw(),o.transform||e!==this.startIndices){ArrayBuffer.isView(t)&&(t={value:t});let s=t;B(ArrayBuffer.isView(s.value),`invalid ${o.accessor}`);let a=!!s.size&&s.size!==this.size;return i.binaryAccessor=Vr(s.value,{size:s.size||this.size,stride:s.stride,offset:s.offset,startIndices:e,nested:a}),!1}return this.clearNeedsUpdate(),this.setData(t),!0}getVertexOffset(t){let{startIndices:e}=this;return(e?t<e.length?e[t]:this.numInstances:t)*this.size}getValue(){let t=this.settings.shaderAttributes,e=super.getValue();if(!t)return e;for(let i in t)Object.assign(e,super.getValue(i,t[i]));return e}getBufferLayout(t){this.state.layoutChanged=!1;let e=this.settings.shaderAttributes,i=super._getBufferLayout(),{stepMode:o}=this.settings;if(o==="dynamic"?i.stepMode=t?t.isInstanced?"instance":"vertex":"instance":i.stepMode=o??"vertex",!e)return i;for(let r in e){let s=super._getBufferLayout(r,e[r]);i.attributes.push(...s.attributes)}return i}_autoUpdater(t,{data:e,startRow:i,endRow:o,props:r,numInstances:s}){let{settings:a,state:c,value:l,size:f,startIndices:h}=t,{accessor:u,transform:d}=a,p=c.binaryAccessor||(typeof u=="function"?u:r[u]);B(typeof p=="function",`accessor "${u}" is not a function`);let g=t.getVertexOffset(i),{iterable:m,objectInfo:v}=zt(e,i,o);for(let _ of m){v.index++;let y=p(_,v);if(d&&(y=d.call(this,y)),h){let x=(v.index<h.length-1?h[v.index+1]:s)-h[v.index];if(y&&Array.isArray(y[0])){let w=g;for(let P of y)t._normalizeValue(P,l,w),w+=f}else y&&y.length>f?l.set(y,g):(t._normalizeValue(y,v.target,0),cu({target:l,source:v.target,start:g,count:x}));g+=x*f}else t._normalizeValue(y,l,g),g+=f}}_validateAttributeUpdaters(){let{settings:t}=this;if(!(t.noAlloc||typeof t.update=="function"))throw new Error(`Attribute ${this.id} missing update or accessor`)}_checkAttributeArray(){let{value:t}=this,e=Math.min(4,this.size);if(t&&t.length>=e){let i=!0;switch(e){case 4:i=i&&Number.isFinite(t[3]);case 3:i=i&&Number.isFinite(t[2]);case 2:i=i&&Number.isFinite(t[1]);case 1:i=i&&Number.isFinite(t[0]);break;default:i=!1}if(!i)throw new Error(`Illegal attribute generated for ${this.id}`)}}};var Ni=class n{gpuDataEvaluators;format;length;id;_gpuVector;_ownsGPUDataEvaluators;_destroyed=!1;static fromGPUVector(t){if(t.bufferLayout)throw new Error(`GPUVectorEvaluator.fromGPUVector() does not accept interleaved vector "${t.name}"`);if(t.data.length===0)throw new Error(`GPUVectorEvaluator.fromGPUVector() requires GPUData for "${t.name}"`);return new n({id:t.name,gpuDataEvaluators:t.data.map(e=>ct.fromGPUData(e,{id:t.name})),gpuVector:t,format:t.format})}static fromGPUDataEvaluators(t,e={}){return new n({id:e.id,gpuDataEvaluators:t,format:e.format})}constructor({id:t,gpuDataEvaluators:e,gpuVector:i,format:o}){if(e.length===0)throw new Error("GPUVectorEvaluator requires at least one GPUData evaluator");b_(e),this.id=t,this.gpuDataEvaluators=e,this.format=o??e[0].format,this.length=e.reduce((r,s)=>r+s.length,0),this._gpuVector=i,this._ownsGPUDataEvaluators=!i}get evaluated(){return!!this._gpuVector}get gpuVector(){if(!this._gpuVector)throw new Error(`${this} not evaluated`);return this._gpuVector}mapGPUData(t){return n.fromGPUDataEvaluators(this.gpuDataEvaluators.map((e,i)=>t(e,i)),{id:this.id})}async evaluate(t,e={}){if(this._destroyed)throw new Error(`GPUVectorEvaluator ${this} already destroyed`);if(this._gpuVector)return this._gpuVector;let i=await Promise.all(this.gpuDataEvaluators.map(a=>a.evaluate(t,e))),o=i[0],r=i.map(Tu),s=e.format??this.format??o.format;return this._gpuVector=new Ls({type:"data",name:e.name??this.id??"vector",format:s,data:r,stride:o.stride,byteStride:o.byteStride,rowByteLength:o.rowByteLength,bufferLayout:o.bufferLayout}),this._gpuVector}evaluateSync(t,e={}){if(this._destroyed)throw new Error(`GPUVectorEvaluator ${this} already destroyed`);if(this._gpuVector)return this._gpuVector;let i=this.gpuDataEvaluators.map(a=>a.evaluateSync(t,e)),o=i[0],r=i.map(Tu),s=e.format??this.format??o.format;return this._gpuVector=new Ls({type:"data",name:e.name??this.id??"vector",format:s,data:r,stride:o.stride,byteStride:o.byteStride,rowByteLength:o.rowByteLength,bufferLayout:o.bufferLayout}),this._gpuVector}destroy(){if(this._ownsGPUDataEvaluators)for(let t of this.gpuDataEvaluators)t.destroy();this._gpuVector=void 0,this._destroyed=!0}toString(){return this.id??this.constructor.name}};function b_(n){let t=n[0];for(let e of n.slice(1))if(e.type!==t.type||e.size!==t.size||e.normalized!==t.normalized||e.format!==t.format)throw new Error("GPUVectorEvaluator requires matching GPUData evaluator layouts")}function Tu(n){let[t,...e]=n.data;if(!t||e.length>0)throw new Error(`GPUVectorEvaluator requires one GPUData chunk for "${n.name}"`);return t}var Ec={};en(Ec,{arithmetic:()=>Au,dot:()=>zu,equalAll:()=>Du,extent:()=>Iu,fround:()=>Ou,gather:()=>ku,interleave:()=>Ru,length:()=>Bu,segmentedMap:()=>Nu,select:()=>ju,sequence:()=>Fu,swizzle:()=>Vu});function Ln({elementWise:n,func:t,inputs:e,output:i,outputBuffer:o}){let r=Array.isArray(e)?e:Object.values(e);for(let p of r)if(!p.value)throw new Error(`${p} does not have CPU value`);let s=i.length,a=i.size,c=new i.ValueType(s*a);for(let p=0;p<s;p++){let g=r.map(m=>X(m,p));if(n)for(let m=0;m<a;m++)c[p*a+m]=t.apply(null,g.map(v=>v[m]));else t.call(null,c.subarray(p*a,p*a+a),...g)}let l=i.ValueType.BYTES_PER_ELEMENT,f=i.offset/l,h=i.stride/l,u=a,d=c;if(f!==0||h!==u){d=new i.ValueType(f+i.byteLength/l);for(let p=0;p<s;p++){let g=p*u,m=f+p*h,v=c.subarray(g,g+a);d.set(v,m),o.write(v,m*l)}}else o.write(c);return{success:!0,value:d}}function X(n,t){let e=n.value,i=n.size,o=n.offset/n.ValueType.BYTES_PER_ELEMENT,r=n.stride/n.ValueType.BYTES_PER_ELEMENT,s=n.isConstant?0:t,a=o+s*r,c=e.slice(a,a+i);if(!n.normalized)return c;let l=new Float32Array(i);for(let f=0;f<i;f++)l[f]=E_(c[f],n.type);return l}function E_(n,t){switch(t){case"uint8":return n/255;case"uint16":return n/65535;case"uint32":return n/4294967295;case"sint8":return Math.max(n/127,-1);case"sint16":return Math.max(n/32767,-1);case"sint32":return Math.max(n/2147483647,-1);case"float32":return n;default:throw new Error(`Unsupported normalized source type ${t}`)}}var Au=({inputs:n,output:t,target:e})=>{for(let o of Object.values(n.namedInputs))if(!o.value)throw new Error(`${o} does not have CPU value`);let i=new t.ValueType(t.length*t.size);for(let o=0;o<t.length;o++){let r=Object.fromEntries(Object.entries(n.namedInputs).map(([s,a])=>[s,X(a,o)]));for(let s=0;s<t.size;s++)i[o*t.size+s]=Lu(n.expression,r,s)}return e.write(i),{success:!0,value:i}};function Lu(n,t,e){switch(n.kind){case"input":{let i=t[n.name];return e<i.length?i[e]:i.length===1?i[0]:0}case"literal":return Array.isArray(n.value)?n.value[e]??0:n.value;case"call":{S_(n.op,n.args.length);let i=n.args.map(o=>Lu(o,t,e));switch(n.op){case"add":return i[0]+i[1];case"subtract":return i[0]-i[1];case"multiply":return i[0]*i[1];case"divide":return i[0]/i[1];case"pow":return Math.pow(i[0],i[1]);case"sqrt":return Math.sqrt(i[0]);case"abs":return Math.abs(i[0]);case"sin":return Math.sin(i[0]);case"cos":return Math.cos(i[0]);case"tan":return Math.tan(i[0]);case"exp":return Math.exp(i[0]);case"log":return Math.log(i[0]);default:{let o=n.op;throw new Error(`Unsupported arithmetic op ${o}`)}}}default:{let i=n;throw new Error(`Unsupported expression node ${i.kind}`)}}}function S_(n,t){let e=Cl[n].arity;if(t!==e)throw new Error(`Arithmetic op '${n}' expects ${e} args, got ${t}`)}var Iu=({inputs:n,output:t,target:e})=>{let{sourceValues:i}=n;if(!i.value)throw new Error(`${i} does not have CPU value`);let r=new t.ValueType(t.length*t.size);if(i.length===0)return{success:!1,error:new Error(`${i} is empty`)};for(let s=0;s<i.size;s++){let a=X(i,0)[s],c=s*t.size,l=c+1;r[c]=a,r[l]=a;for(let f=1;f<i.length;f++){let h=X(i,f)[s];h<r[c]&&(r[c]=h),h>r[l]&&(r[l]=h)}}return e.write(r),{success:!0,value:r}};var Ou=({inputs:n,output:t,target:e})=>Ln({func:(i,o)=>{let r=i.length/2,s=new Float64Array(o.buffer);for(let a=0;a<r;a++){let c=s[a];i[a]=Math.fround(c),i[a+r]=c-i[a]}return i},inputs:n,output:t,outputBuffer:e});var ku=async({inputs:n,output:t,target:e})=>{let{ids:i,sourceValues:o}=n,r=i.value,s=o.value;if(!r)throw new Error(`${i} does not have CPU value`);if(!s)throw new Error(`${o} does not have CPU value`);let a=new t.ValueType(t.length*t.size),c=new Array(t.size).fill(0);for(let l=0;l<t.length;l++){let f=X(i,l),h=Number(f[0]),u=M_(h,o.length)?X(o,h):c;a.set(u,l*t.size)}return e.write(a),{success:!0,value:a}};function M_(n,t){return Number.isInteger(n)&&n>=0&&n<t}var Ru=({inputs:n,output:t,target:e})=>Ln({func:(i,...o)=>{let r=0;for(let s of o)i.set(s,r),r+=s.length},inputs:n,output:t,outputBuffer:e});var zu=({inputs:n,output:t,target:e})=>{let{x:i,y:o}=n,r=new t.ValueType(t.length);for(let s=0;s<t.length;s++){let a=X(i,s),c=X(o,s),l=0;for(let f=0;f<i.size;f++)l+=a[f]*c[f];r[s]=l}return e.write(r),{success:!0,value:r}};var Du=({inputs:n,output:t,target:e})=>{let{x:i,y:o}=n,r=new t.ValueType(t.length);for(let s=0;s<t.length;s++){let a=X(i,s),c=X(o,s),l=1;for(let f=0;f<i.size;f++)if(a[f]!==c[f]){l=0;break}r[s]=l}return e.write(r),{success:!0,value:r}};var Bu=({inputs:n,output:t,target:e})=>{let{x:i}=n,o=new t.ValueType(t.length);for(let r=0;r<t.length;r++){let s=X(i,r),a=0;for(let c=0;c<i.size;c++)a+=s[c]*s[c];o[r]=Math.sqrt(a)}return e.write(o),{success:!0,value:o}};var Nu=async({inputs:n,output:t,target:e})=>{let{segments:i,vertexCount:o}=n,r=i.value;if(!r)throw new Error(`${i} does not have CPU value`);C_(r,i,o);let s=new t.ValueType(t.length*t.size),a=0;for(let c=0;c<o;c++){for(;a+1<i.length&&r[Pc(i,a+1)]<=c;)a++;let l=r[Pc(i,a)],f=c*t.size;s[f]=a,s[f+1]=c-l}return e.write(s),{success:!0,value:s}};function C_(n,t,e){if(t.length<1)throw new Error("segmentedMap segments must contain at least one segment start");let i=0;for(let o=0;o<t.length;o++){let r=n[Pc(t,o)];if(o===0&&r!==0)throw new Error(`segmentedMap segments must start at 0, got ${r}`);if(o>0&&r<i)throw new Error(`segmentedMap segments must be non-decreasing, got ${r} after ${i}`);i=r}if(i>e)throw new Error(`segmentedMap last segment start must be <= vertexCount, got ${i} > ${e}`)}function Pc(n,t){return n.offset/n.ValueType.BYTES_PER_ELEMENT+t*(n.stride/n.ValueType.BYTES_PER_ELEMENT)}var ju=async({inputs:n,output:t,target:e})=>{let{condition:i,whenTrue:o,whenFalse:r}=n,s=new t.ValueType(t.length*t.size);for(let a=0;a<t.length;a++){let c=X(i,a),l=X(o,a),f=X(r,a);for(let h=0;h<t.size;h++){let u=bc(c,i.size,h);s[a*t.size+h]=u!==0?bc(l,o.size,h):bc(f,r.size,h)}}return e.write(s),{success:!0,value:s}};function bc(n,t,e){return e<t?n[e]:t===1?n[0]:0}var Fu=({inputs:n,output:t,target:e})=>{let i=new t.ValueType(t.length);for(let o=0;o<t.length;o++)i[o]=n.start+o*n.step;return e.write(i),{success:!0,value:i}};var Vu=({inputs:n,output:t,target:e})=>{let{columns:i}=n;return Ln({func:(o,r)=>{for(let s=0;s<i.length;s++)o[s]=r[i[s]]},inputs:{x:n.x},output:t,outputBuffer:e})};var Sc=class{_modules={cpu:Ec};add(t,e){let i=this._modules[t];if(typeof e.then=="function"){let r=Promise.all([Promise.resolve(i||{}),e]).then(([s,a])=>({...s,...a}));return this._modules[t]=r,r.then(s=>{this._modules[t]=s}).catch(s=>{Cs.error(`Failed to register ${t} backend: ${s}`)()}),r}if(i&&typeof i.then=="function"){let r=Promise.resolve(i).then(s=>({...s,...e})).then(s=>(this._modules[t]=s,s)).catch(s=>{throw Cs.error(`Failed to register ${t} backend: ${s}`)(),s});return this._modules[t]=r,r}let o={...i||{},...e};return this._modules[t]=o,Promise.resolve(o)}async get(t,e){let i=this._modules[t];if(!i)if(t==="webgl")i=this.add("webgl",import("./webgl-TFAWFTGI.js"));else if(t==="webgpu")i=this.add("webgpu",import("./webgpu-ISG53SUN.js"));else throw new Error(`${t} backend not registered`);let r=(await i)[e];if(typeof r!="function")throw new Error(`${t} backend does not implement ${e}`);return r}getSync(t,e){let i=this._modules[t];if(!i)throw new Error(`${t} backend not registered`);if(typeof i.then=="function")throw new Error(`${t} backend is not loaded yet`);let r=i[e];if(typeof r!="function")throw new Error(`${t} backend does not implement ${e}`);return r}clear(){this._modules={}}},In=new Sc;var Wr=class{inputs;dependencies;constructor(t){this.inputs=t,this.dependencies=Array.from(t instanceof Array?t:Object.values(t)).filter(e=>e instanceof ct)}async execute(t,e){return await this._resolveDependencies(t),await this._executeWithHandler(await In.get(this._getHandlerRegistry(t),this.name),e)}executeSync(t,e){this._resolveDependenciesSync(t);let i=this._executeWithHandler(In.getSync(this._getHandlerRegistry(t),this.name),e);if(T_(i))throw new Error(`${this.name} returned a Promise in executeSync()`);return i}shouldExecuteOnCPU(){return this.output.length<=1&&Array.from(this.dependencies).every(t=>!!t.value)}_getHandlerRegistry(t){return this.shouldExecuteOnCPU()?"cpu":t.type}async _resolveDependencies(t){for(let i of this.dependencies)await i.evaluate(t);if(this._getHandlerRegistry(t)==="cpu"||t.type==="null")for(let i of this.dependencies)await i.ensureCPUValue()}_resolveDependenciesSync(t){for(let i of this.dependencies)i.evaluateSync(t);if(this._getHandlerRegistry(t)==="cpu"||t.type==="null")for(let i of this.dependencies)i.ensureCPUValueSync()}_executeWithHandler(t,e){return t({device:e.device,inputs:this.inputs,output:this.output,target:e})}};function T_(n){return typeof n?.then=="function"}function Uu(...n){let t=A_(n.map(e=>e.type));return t[0]!=="f"&&n.some(e=>e.normalized)&&(t="float32"),{isConstant:n.every(e=>e.isConstant),type:t,size:n.reduce((e,i)=>Math.max(e,i.size),0),length:n.reduce((e,i)=>Math.max(e,i.length),0)}}function A_(n){let t=0,e=0;for(let i of n){if(i[0]==="f")return"float32";let o=i.endsWith("8")?8:i.endsWith("6")?16:32;i[0]==="u"?t=Math.max(t,o):e=Math.max(e,o)}return t&&!e?`uint${t}`:e&&t<32?`sint${Math.max(e,t*2)}`:"float32"}var Mc=class extends Wr{name="interleave";output;constructor(t){super(t);let{isConstant:e,type:i,length:o}=Uu(...t);this.output=new ct({isConstant:e,type:i,size:t.reduce((r,s)=>r+s.size,0),length:o,source:this})}toString(){return`_${this.inputs.join("_")}_`}};function Cc(...n){if(n.length===0)throw new Error("interleave() requires at least one input");return n.length===1?Ho(n[0]):new Mc(n.map(Ho)).output}function Ac(n,t){let e=I_(t);for(let i of e)i.evaluateSync(n);return L_(e),t}function L_(n){let t=new Set(n.flatMap(k_)),e=new Set;for(let i of n)Gr(i,e);for(let i of e)i.evaluated&&!t.has(i.buffer)&&i.destroy()}function I_(n){let t=new Set;return Tc(n,t,new Set),Array.from(t)}function Tc(n,t,e){if(R_(n)){t.add(n);return}if(!(!n||typeof n!="object"||e.has(n))){if(e.add(n),Array.isArray(n)){for(let i of n)Tc(i,t,e);return}if(O_(n))for(let i of Object.values(n))Tc(i,t,e)}}function O_(n){let t=Object.getPrototypeOf(n);return t===Object.prototype||t===null}function Gr(n,t){if(n instanceof Ni){for(let i of n.gpuDataEvaluators)Gr(i,t);return}let e=n.source;if(e){if(e instanceof ct){t.has(e)||(t.add(e),Gr(e,t));return}for(let i of e.dependencies)t.has(i)||(t.add(i),Gr(i,t))}}function k_(n){return n instanceof ct?[n.buffer]:n.gpuVector.data.map(t=>t.buffer instanceof Ml?t.buffer.buffer:t.buffer)}function R_(n){return n instanceof ct||n instanceof Ni}var Fi=class{constructor(t,{id:e,isTransitionAttribute:i}){this.packedBuffers={},this.device=t,this.id=e,this.isTransitionAttribute=i,this.device.type==="webgpu"&&In.add("webgpu",{interleave:Tl})}hasGroups(t){return this.device.type==="webgpu"&&Object.values(t).some(e=>!!e.settings.bufferGroup)}finalize(){for(let t of Object.values(this.packedBuffers))t.packed.destroy();this.packedBuffers={}}getBufferLayouts(t,e){let i=this._getPackedGroups(t,e,{requireValues:!1,excludeAttributes:{}});return this._getBufferLayouts(t,i,e)}getBindings(t,e,i,o){let r=this._getPackedGroups(t,i,{requireValues:!0,excludeAttributes:o}),s={},a=new Set;for(let c of r.values()){let l=!this.packedBuffers[c.id]||c.attributes.some(f=>!!e[f.id]);s[c.id]=this._getPackedBuffer(c,l);for(let f of c.attributes)a.add(f.id)}return{bufferLayouts:this._getBufferLayouts(t,r,i).filter(c=>!o[c.name]&&!t[c.name]?.settings.isIndexed),buffers:s,groupedAttributeIds:a}}_getPackedGroups(t,e,{requireValues:i,excludeAttributes:o}){let r=new Map;for(let a of Object.values(t)){let c=a.settings.bufferGroup;if(!c)continue;let l=r.get(c)||[];l.push(a),r.set(c,l)}let s=new Map;for(let[a,c]of r){let l=this._getPackedGroup(a,c,e,i,o);l&&s.set(a,l)}return s}_getPackedGroup(t,e,i,o,r){if(e.length<2)return null;let s=e.map(d=>d.getBufferLayout(i)),a=s[0].stepMode,c=Math.max(1,e[0].numInstances),l=o&&e.every(d=>d.isConstant);for(let d=0;d<e.length;d++){let p=e[d],g=p.getAccessor(),m=g.size*g.bytesPerElement;if(r[p.id]||p.settings.isIndexed||p.settings.noAlloc||p.doublePrecision||this.isTransitionAttribute(p.id)||s[d].stepMode!==a||p.numInstances!==e[0].numInstances||(g.offset||0)!==0||(g.vertexOffset||0)!==0||Et(g)!==m||o&&(p.isConstant?!p.getConstantValue()||p.getConstantValue().byteLength<m:!ArrayBuffer.isView(p.value)||p.value.byteLength<c*m))return null}let f={},h=[],u=0;for(let d=0;d<e.length;d++){let p=e[d];u=Wu(u),f[p.id]=u;for(let g of s[d].attributes||[])h.push({...g,byteOffset:u+(g.byteOffset||0)});u+=Et(p.getAccessor())}return u=Wu(u),{id:t,attributes:e,byteStride:u,byteOffsets:f,rowCount:c,layout:{name:t,byteStride:l?0:u,stepMode:a,attributes:h}}}_getBufferLayouts(t,e,i){let o=[],r=new Set,s=new Set;for(let a of e.values())for(let c of a.attributes)s.add(c.id);for(let a of Object.values(t)){let c=a.settings.bufferGroup,l=c&&e.get(c);l&&s.has(a.id)?r.has(l.id)||(o.push(l.layout),r.add(l.id)):o.push(a.getBufferLayout(i))}return o}_getPackedBuffer(t,e){let i=JSON.stringify({byteStride:t.layout.byteStride,attributes:t.layout.attributes}),o=this.packedBuffers[t.id];if((!o||o.layoutKey!==i)&&(e=!0),e){o&&(o.packed.destroy(),delete this.packedBuffers[t.id]);let r=this._interleavePackedGroup(t);return this.packedBuffers[t.id]={packed:r,layoutKey:i},r.buffer}if(!o)throw new Error(`Attribute buffer group ${t.id} has no packed buffer`);return o.packed.buffer}_interleavePackedGroup(t){let e=t.attributes.map(o=>this._getInterleaveInput(t,o)),i=Cc(...e);return Ac(this.device,i),i}_getInterleaveInput(t,e){let i=Et(e.getAccessor()),o=t.byteOffsets[e.id];if(ji(`${t.id}.${e.id} rowByteLength`,i),ji(`${t.id}.${e.id} groupByteOffset`,o),e.isConstant){let c=e.getConstantValue();if(!c)throw new Error(`Attribute group ${t.id} is missing constant value ${e.id}`);return ji(`${t.id}.${e.id} constant byteOffset`,c.byteOffset),new ct({id:e.id,type:"uint32",size:i/4,isConstant:!0,value:new Uint32Array(c.buffer,c.byteOffset,i/Uint32Array.BYTES_PER_ELEMENT)})}let r=e.getBuffer(),s=e.byteOffset,a=e.getAccessor().stride||i;if(ji(`${t.id}.${e.id} byteOffset`,s),ji(`${t.id}.${e.id} stride`,a),!r)throw new Error(`Attribute group ${t.id} cannot interleave missing buffer ${e.id}`);return new ct({id:e.id,type:"uint32",size:i/4,offset:s,stride:a,length:t.rowCount,buffer:r})}};function Wu(n){return Math.ceil(n/4)*4}function ji(n,t){if(t%4!==0)throw new Error(`Attribute buffer groups require 32-bit alignment: ${n}=${t}`)}function Lc(n){let{source:t,target:e,start:i=0,size:o,getData:r}=n,s=n.end||e.length,a=t.length,c=s-i;if(a>c){e.set(t.subarray(0,c),i);return}if(e.set(t,i),!r)return;let l=a;for(;l<c;){let f=r(l,t);for(let h=0;h<o;h++)e[i+l]=f[h]||0,l++}}function Gu({source:n,target:t,size:e,getData:i,sourceStartIndices:o,targetStartIndices:r}){if(!o||!r)return Lc({source:n,target:t,size:e,getData:i}),t;let s=0,a=0,c=i&&((f,h)=>i(f+a,h)),l=Math.min(o.length,r.length);for(let f=1;f<l;f++){let h=o[f]*e,u=r[f]*e;Lc({source:n.subarray(s,h),target:t,start:a,end:u,size:e,getData:c}),s=h,a=u}return a<t.length&&Lc({source:[],target:t,start:a,size:e,getData:c}),t}function Yu(n){let{device:t,settings:e,value:i}=n,o=new qe(t,e);return o.setData({value:i instanceof Float64Array?new Float64Array(0):new Float32Array(0),normalized:e.normalized}),o}function Yr(n){switch(n){case 1:return"float";case 2:return"vec2";case 3:return"vec3";case 4:return"vec4";default:throw new Error(`No defined attribute type for size "${n}"`)}}function $r(n){switch(n){case 1:return"float32";case 2:return"float32x2";case 3:return"float32x3";case 4:return"float32x4";default:throw new Error("invalid type size")}}function Hr(n){n.push(n.shift())}function $u(n,t){let{settings:e,value:i,size:o}=n,r=n.isDoublePrecisionBuffer?2:1,s=0,{shaderAttributes:a}=n.settings;if(a)for(let c of Object.values(a))s=Math.max(s,c.vertexOffset??0);return(e.noAlloc?i.length:(t+s)*o)*r}function Zr({device:n,source:t,target:e}){return(!e||e.byteLength<t.byteLength)&&(e?.destroy(),e=n.createBuffer({byteLength:t.byteLength,usage:t.usage})),e}function qr({device:n,buffer:t,attribute:e,fromLength:i,toLength:o,fromStartIndices:r,getData:s=a=>a}){let a=e.isDoublePrecisionBuffer?2:1,c=e.size*a,l=e.byteOffset,f=e.settings.bytesPerElement<4?l/e.settings.bytesPerElement*4:l,h=e.startIndices,u=r&&h,d=e.isConstant;if(!u&&t&&i>=o)return t;let p=e.value instanceof Float64Array?Float32Array:e.value.constructor,g=d?e.value:new p(e.getBuffer().readSyncWebGL(l,o*p.BYTES_PER_ELEMENT).buffer);if(e.settings.normalized&&!d){let y=s;s=(x,w)=>e.normalizeConstant(y(x,w))}let m=d?(y,x)=>s(g,x):(y,x)=>s(g.subarray(y+l,y+l+c),x),v=t?new Float32Array(t.readSyncWebGL(f,i*4).buffer):new Float32Array(0),_=new Float32Array(o);return Gu({source:v,target:_,sourceStartIndices:r,targetStartIndices:h,size:c,getData:m}),(!t||t.byteLength<_.byteLength+f)&&(t?.destroy(),t=n.createBuffer({byteLength:_.byteLength+f,usage:35050})),t.write(_,f),t}var On=class{constructor({device:t,attribute:e,timeline:i}){this.buffers=[],this.currentLength=0,this.device=t,this.transition=new kt(i),this.attribute=e,this.attributeInTransition=Yu(e),this.currentStartIndices=e.startIndices}get inProgress(){return this.transition.inProgress}start(t,e,i=1/0){this.settings=t,this.currentStartIndices=this.attribute.startIndices,this.currentLength=$u(this.attribute,e),this.transition.start({...t,duration:i})}update(){let t=this.transition.update();return t&&this.onUpdate(),t}setBuffer(t){let{stride:e}=this.attributeInTransition.getAccessor();this.attributeInTransition.setData({buffer:t,normalized:this.attribute.settings.normalized,value:this.attributeInTransition.value,stride:e})}cancel(){this.transition.cancel()}delete(){this.cancel();for(let t of this.buffers)t.destroy();this.buffers.length=0}};var Vi=class extends On{constructor({device:t,attribute:e,timeline:i}){super({device:t,attribute:e,timeline:i}),this.type="interpolation",this.transform=N_(t,e)}start(t,e){let i=this.currentLength,o=this.currentStartIndices;if(super.start(t,e,t.duration),t.duration<=0){this.transition.cancel();return}let{buffers:r,attribute:s}=this;Hr(r),r[0]=qr({device:this.device,buffer:r[0],attribute:s,fromLength:i,toLength:this.currentLength,fromStartIndices:o,getData:t.enter}),r[1]=Zr({device:this.device,source:r[0],target:r[1]}),this.setBuffer(r[1]);let{transform:a}=this,c=a.model,l=Math.floor(this.currentLength/s.size);Zu(s)&&(l/=2),c.setVertexCount(l),s.isConstant?(c.setAttributes({aFrom:r[0]}),c.setConstantAttributes({aTo:s.value})):c.setAttributes({aFrom:r[0],aTo:s.getBuffer()}),a.transformFeedback.setBuffers({vCurrent:r[1]})}onUpdate(){let{duration:t,easing:e}=this.settings,{time:i}=this.transition,o=i/t;e&&(o=e(o));let{model:r}=this.transform,s={time:o};r.shaderInputs.setProps({interpolation:s}),this.transform.run({discard:!0})}delete(){super.delete(),this.transform.destroy()}},z_=`layout(std140) uniform interpolationUniforms {
  float time;
} interpolation;
`,Hu={name:"interpolation",vs:z_,uniformTypes:{time:"f32"}},D_=`#version 300 es
#define SHADER_NAME interpolation-transition-vertex-shader

in ATTRIBUTE_TYPE aFrom;
in ATTRIBUTE_TYPE aTo;
out ATTRIBUTE_TYPE vCurrent;

void main(void) {
  vCurrent = mix(aFrom, aTo, interpolation.time);
  gl_Position = vec4(0.0);
}
`,B_=`#version 300 es
#define SHADER_NAME interpolation-transition-vertex-shader

in ATTRIBUTE_TYPE aFrom;
in ATTRIBUTE_TYPE aFrom64Low;
in ATTRIBUTE_TYPE aTo;
in ATTRIBUTE_TYPE aTo64Low;
out ATTRIBUTE_TYPE vCurrent;
out ATTRIBUTE_TYPE vCurrent64Low;

vec2 mix_fp64(vec2 a, vec2 b, float x) {
  vec2 range = sub_fp64(b, a);
  return sum_fp64(a, mul_fp64(range, vec2(x, 0.0)));
}

void main(void) {
  for (int i=0; i<ATTRIBUTE_SIZE; i++) {
    vec2 value = mix_fp64(vec2(aFrom[i], aFrom64Low[i]), vec2(aTo[i], aTo64Low[i]), interpolation.time);
    vCurrent[i] = value.x;
    vCurrent64Low[i] = value.y;
  }
  gl_Position = vec4(0.0);
}
`;function Zu(n){return n.isDoublePrecisionBuffer}function N_(n,t){let e=t.size,i=Yr(e),o=$r(e),r=t.getBufferLayout();return Zu(t)?new Wn(n,{vs:B_,bufferLayout:[{name:"aFrom",byteStride:8*e,attributes:[{attribute:"aFrom",format:o,byteOffset:0},{attribute:"aFrom64Low",format:o,byteOffset:4*e}]},{name:"aTo",byteStride:8*e,attributes:[{attribute:"aTo",format:o,byteOffset:0},{attribute:"aTo64Low",format:o,byteOffset:4*e}]}],modules:[El,Hu],defines:{ATTRIBUTE_TYPE:i,ATTRIBUTE_SIZE:e},moduleSettings:{},varyings:["vCurrent","vCurrent64Low"],bufferMode:35980,disableWarnings:!0}):new Wn(n,{vs:D_,bufferLayout:[{name:"aFrom",format:o},{name:"aTo",format:r.attributes[0].format}],modules:[Hu],defines:{ATTRIBUTE_TYPE:i},varyings:["vCurrent"],disableWarnings:!0})}var Ui=class extends On{constructor({device:t,attribute:e,timeline:i}){super({device:t,attribute:e,timeline:i}),this.type="spring",this.texture=G_(t),this.framebuffer=Y_(t,this.texture),this.transform=W_(t,e)}start(t,e){let i=this.currentLength,o=this.currentStartIndices;super.start(t,e);let{buffers:r,attribute:s}=this;for(let c=0;c<2;c++)r[c]=qr({device:this.device,buffer:r[c],attribute:s,fromLength:i,toLength:this.currentLength,fromStartIndices:o,getData:t.enter});r[2]=Zr({device:this.device,source:r[0],target:r[2]}),this.setBuffer(r[1]);let{model:a}=this.transform;a.setVertexCount(Math.floor(this.currentLength/s.size)),s.isConstant?a.setConstantAttributes({aTo:s.value}):a.setAttributes({aTo:s.getBuffer()})}onUpdate(){let{buffers:t,transform:e,framebuffer:i,transition:o}=this,r=this.settings;e.model.setAttributes({aPrev:t[0],aCur:t[1]}),e.transformFeedback.setBuffers({vNext:t[2]});let s={stiffness:r.stiffness,damping:r.damping};e.model.shaderInputs.setProps({spring:s}),e.run({framebuffer:i,discard:!1,parameters:{viewport:[0,0,1,1]},clearColor:[0,0,0,0]}),Hr(t),this.setBuffer(t[1]),this.device.readPixelsToArrayWebGL(i)[0]>0||o.end()}delete(){super.delete(),this.transform.destroy(),this.texture.destroy(),this.framebuffer.destroy()}},j_=`layout(std140) uniform springUniforms {
  float damping;
  float stiffness;
} spring;
`,F_={name:"spring",vs:j_,uniformTypes:{damping:"f32",stiffness:"f32"}},V_=`#version 300 es
#define SHADER_NAME spring-transition-vertex-shader

#define EPSILON 0.00001

in ATTRIBUTE_TYPE aPrev;
in ATTRIBUTE_TYPE aCur;
in ATTRIBUTE_TYPE aTo;
out ATTRIBUTE_TYPE vNext;
out float vIsTransitioningFlag;

ATTRIBUTE_TYPE getNextValue(ATTRIBUTE_TYPE cur, ATTRIBUTE_TYPE prev, ATTRIBUTE_TYPE dest) {
  ATTRIBUTE_TYPE velocity = cur - prev;
  ATTRIBUTE_TYPE delta = dest - cur;
  ATTRIBUTE_TYPE force = delta * spring.stiffness;
  ATTRIBUTE_TYPE resistance = velocity * spring.damping;
  return force - resistance + velocity + cur;
}

void main(void) {
  bool isTransitioning = length(aCur - aPrev) > EPSILON || length(aTo - aCur) > EPSILON;
  vIsTransitioningFlag = isTransitioning ? 1.0 : 0.0;

  vNext = getNextValue(aCur, aPrev, aTo);
  gl_Position = vec4(0, 0, 0, 1);
  gl_PointSize = 100.0;
}
`,U_=`#version 300 es
#define SHADER_NAME spring-transition-is-transitioning-fragment-shader

in float vIsTransitioningFlag;

out vec4 fragColor;

void main(void) {
  if (vIsTransitioningFlag == 0.0) {
    discard;
  }
  fragColor = vec4(1.0);
}`;function W_(n,t){let e=Yr(t.size),i=$r(t.size);return new Wn(n,{vs:V_,fs:U_,bufferLayout:[{name:"aPrev",format:i},{name:"aCur",format:i},{name:"aTo",format:t.getBufferLayout().attributes[0].format}],varyings:["vNext"],modules:[F_],defines:{ATTRIBUTE_TYPE:e},parameters:{depthCompare:"always",blendColorOperation:"max",blendColorSrcFactor:"one",blendColorDstFactor:"one",blendAlphaOperation:"max",blendAlphaSrcFactor:"one",blendAlphaDstFactor:"one"}})}function G_(n){return n.createTexture({data:new Uint8Array(4),format:"rgba8unorm",width:1,height:1})}function Y_(n,t){return n.createFramebuffer({id:"spring-transition-is-transitioning-framebuffer",width:1,height:1,colorAttachments:[t]})}var $_={interpolation:Vi,spring:Ui},Wi=class{constructor(t,{id:e,timeline:i}){if(!t)throw new Error("AttributeTransitionManager is constructed without device");this.id=e,this.device=t,this.timeline=i,this.transitions={},this.needsRedraw=!1,this.numInstances=1}finalize(){for(let t in this.transitions)this._removeTransition(t)}update({attributes:t,transitions:e,numInstances:i}){this.numInstances=i||1;for(let o in t){let r=t[o],s=r.getTransitionSetting(e);s&&this._updateAttribute(o,r,s)}for(let o in this.transitions){let r=t[o];(!r||!r.getTransitionSetting(e))&&this._removeTransition(o)}}hasAttribute(t){let e=this.transitions[t];return e&&e.inProgress}getAttributes(){let t={};for(let e in this.transitions){let i=this.transitions[e];i.inProgress&&(t[e]=i.attributeInTransition)}return t}run(){if(this.numInstances===0)return!1;for(let e in this.transitions)this.transitions[e].update()&&(this.needsRedraw=!0);let t=this.needsRedraw;return this.needsRedraw=!1,t}_removeTransition(t){this.transitions[t].delete(),delete this.transitions[t]}_updateAttribute(t,e,i){let o=this.transitions[t],r=!o||o.type!==i.type;if(r){o&&this._removeTransition(t);let s=$_[i.type];s?this.transitions[t]=new s({attribute:e,timeline:this.timeline,device:this.device}):(I.error(`unsupported transition type '${i.type}'`)(),r=!1)}(r||e.needsRedraw())&&(this.needsRedraw=!0,this.transitions[t].start(i,this.numInstances))}};var qu="attributeManager.invalidate",H_="attributeManager.updateStart",Z_="attributeManager.updateEnd",q_="attribute.updateStart",X_="attribute.allocate",K_="attribute.updateEnd",Gi=class{constructor(t,{id:e="attribute-manager",stats:i,timeline:o}={}){this.mergeBoundsMemoized=Zt(nu),this.id=e,this.device=t,this.attributes={},this.updateTriggers={},this.needsRedraw=!0,this.userData={},this.stats=i,this.attributeTransitionManager=new Wi(t,{id:`${e}-transitions`,timeline:o}),this.attributeBufferGroups=t.type==="webgpu"?new Fi(t,{id:e,isTransitionAttribute:r=>this.attributeTransitionManager.hasAttribute(r)}):null,Object.seal(this)}finalize(){this.attributeBufferGroups?.finalize();for(let t in this.attributes)this.attributes[t].delete();this.attributeTransitionManager.finalize()}getNeedsRedraw(t={clearRedrawFlags:!1}){let e=this.needsRedraw;return this.needsRedraw=this.needsRedraw&&!t.clearRedrawFlags,e&&this.id}setNeedsRedraw(){this.needsRedraw=!0}add(t){this._add(t)}addInstanced(t){this._add(t,{stepMode:"instance"})}remove(t){for(let e of t)this.attributes[e]!==void 0&&(this.attributes[e].delete(),delete this.attributes[e])}invalidate(t,e){let i=this._invalidateTrigger(t,e);$(qu,this,t,i)}invalidateAll(t){for(let e in this.attributes)this.attributes[e].setNeedsUpdate(e,t);$(qu,this,"all")}update({data:t,numInstances:e,startIndices:i=null,transitions:o,props:r={},buffers:s={},context:a={}}){let c=!1;$(H_,this),this.stats&&this.stats.get("Update Attributes").timeStart();for(let l in this.attributes){let f=this.attributes[l],h=f.settings.accessor;f.startIndices=i,f.numInstances=e,r[l]&&I.removed(`props.${l}`,`data.attributes.${l}`)(),f.setExternalBuffer(s[l])||f.setBinaryValue(typeof h=="string"?s[h]:void 0,t.startIndices)||typeof h=="string"&&!s[h]&&f.setConstantValue(a,r[h])||f.needsUpdate()&&(c=!0,this._updateAttribute({attribute:f,numInstances:e,data:t,props:r,context:a})),this.needsRedraw=this.needsRedraw||f.needsRedraw()}c&&$(Z_,this,e),this.stats&&(this.stats.get("Update Attributes").timeEnd(),c&&this.stats.get("Attributes updated").incrementCount()),this.attributeTransitionManager.update({attributes:this.attributes,numInstances:e,transitions:o})}updateTransition(){let{attributeTransitionManager:t}=this,e=t.run();return this.needsRedraw=this.needsRedraw||e,e}getAttributes(){return{...this.attributes,...this.attributeTransitionManager.getAttributes()}}getBounds(t){let e=t.map(i=>this.attributes[i]?.getBounds());return this.mergeBoundsMemoized(e)}getChangedAttributes(t={clearChangedFlags:!1}){let{attributes:e,attributeTransitionManager:i}=this,o={...i.getAttributes()};for(let r in e){let s=e[r];s.needsRedraw(t)&&!i.hasAttribute(r)&&(o[r]=s)}return o}getBufferLayouts(t){return this.hasBufferGroups()?this.attributeBufferGroups.getBufferLayouts(this.getAttributes(),t):Object.values(this.getAttributes()).map(e=>e.getBufferLayout(t))}hasBufferGroups(){return!!this.attributeBufferGroups?.hasGroups(this.attributes)}getBufferGroupBindings(t,e,i={}){return this.attributeBufferGroups?this.attributeBufferGroups.getBindings(this.getAttributes(),t,e,i):{bufferLayouts:this.getBufferLayouts(e),buffers:{},groupedAttributeIds:new Set}}_add(t,e){for(let i in t){let o=t[i],r={...o,id:i,size:o.isIndexed&&1||o.size||1,...e};this.attributes[i]=new qe(this.device,r)}this._mapUpdateTriggersToAttributes()}_mapUpdateTriggersToAttributes(){let t={};for(let e in this.attributes)this.attributes[e].getUpdateTriggers().forEach(o=>{t[o]||(t[o]=[]),t[o].push(e)});this.updateTriggers=t}_invalidateTrigger(t,e){let{attributes:i,updateTriggers:o}=this,r=o[t];return r&&r.forEach(s=>{let a=i[s];a&&a.setNeedsUpdate(a.id,e)}),r}_updateAttribute(t){let{attribute:e,numInstances:i}=t;if($(q_,e),e.constant){e.setConstantValue(t.context,e.value);return}e.allocate(i)&&$(X_,e,i),e.updateBuffer(t)&&(this.needsRedraw=!0,$(K_,e,i))}};var Yi=class extends kt{get value(){return this._value}_onUpdate(){let{time:t,settings:{fromValue:e,toValue:i,duration:o,easing:r}}=this,s=r(t/o);this._value=De(e,i,s)}};var Xu=1e-5;function Ku(n,t,e,i,o){let r=t-n,a=(e-t)*o,c=-r*i;return a+c+r+t}function J_(n,t,e,i,o){if(Array.isArray(e)){let r=[];for(let s=0;s<e.length;s++)r[s]=Ku(n[s],t[s],e[s],i,o);return r}return Ku(n,t,e,i,o)}function Ju(n,t){if(Array.isArray(n)){let e=0;for(let i=0;i<n.length;i++){let o=n[i]-t[i];e+=o*o}return Math.sqrt(e)}return Math.abs(n-t)}var $i=class extends kt{get value(){return this._currValue}_onUpdate(){let{fromValue:t,toValue:e,damping:i,stiffness:o}=this.settings,{_prevValue:r=t,_currValue:s=t}=this,a=J_(r,s,e,i,o),c=Ju(a,e),l=Ju(a,s);c<Xu&&l<Xu&&(a=e,this.end()),this._prevValue=s,this._currValue=a}};var Q_={interpolation:Yi,spring:$i},Hi=class{constructor(t){this.transitions=new Map,this.timeline=t}get active(){return this.transitions.size>0}add(t,e,i,o){let{transitions:r}=this;if(r.has(t)){let c=r.get(t),{value:l=c.settings.fromValue}=c;e=l,this.remove(t)}if(o=Ur(o),!o)return;let s=Q_[o.type];if(!s){I.error(`unsupported transition type '${o.type}'`)();return}let a=new s(this.timeline);a.start({...o,fromValue:e,toValue:i}),r.set(t,a)}remove(t){let{transitions:e}=this;e.has(t)&&(e.get(t).cancel(),e.delete(t))}update(){let t={};for(let[e,i]of this.transitions)i.update(),t[e]=i.value,i.inProgress||this.remove(e);return t}clear(){for(let t of this.transitions.keys())this.remove(t)}};function td(n){let t=n[Pt];for(let e in t){let i=t[e],{validate:o}=i;if(o&&!o(n[e],i))throw new Error(`Invalid prop ${e}: ${n[e]}`)}}function ed(n,t){let e=nd({newProps:n,oldProps:t,propTypes:n[Pt],ignoreProps:{data:null,updateTriggers:null,extensions:null,transitions:null}}),i=ew(n,t),o=!1;return i||(o=nw(n,t)),{dataChanged:i,propsChanged:e,updateTriggersChanged:o,extensionsChanged:iw(n,t),transitionsChanged:tw(n,t)}}function tw(n,t){if(!n.transitions)return!1;let e={},i=n[Pt],o=!1;for(let r in n.transitions){let s=i[r],a=s&&s.type;(a==="number"||a==="color"||a==="array")&&Ic(n[r],t[r],s)&&(e[r]=!0,o=!0)}return o?e:!1}function nd({newProps:n,oldProps:t,ignoreProps:e={},propTypes:i={},triggerName:o="props"}){if(t===n)return!1;if(typeof n!="object"||n===null)return`${o} changed shallowly`;if(typeof t!="object"||t===null)return`${o} changed shallowly`;for(let r of Object.keys(n))if(!(r in e)){if(!(r in t))return`${o}.${r} added`;let s=Ic(n[r],t[r],i[r]);if(s)return`${o}.${r} ${s}`}for(let r of Object.keys(t))if(!(r in e)){if(!(r in n))return`${o}.${r} dropped`;if(!Object.hasOwnProperty.call(n,r)){let s=Ic(n[r],t[r],i[r]);if(s)return`${o}.${r} ${s}`}}return!1}function Ic(n,t,e){let i=e&&e.equal;return i&&!i(n,t,e)||!i&&(i=n&&t&&n.equals,i&&!i.call(n,t))?"changed deeply":!i&&t!==n?"changed shallowly":null}function ew(n,t){if(t===null)return"oldProps is null, initial diff";let e=!1,{dataComparator:i,_dataDiff:o}=n;return i?i(n.data,t.data)||(e="Data comparator detected a change"):n.data!==t.data&&(e="A new data container was supplied"),e&&o&&(e=o(n.data,t.data)||e),e}function nw(n,t){if(t===null)return{all:!0};if("all"in n.updateTriggers&&Qu(n,t,"all"))return{all:!0};let e={},i=!1;for(let o in n.updateTriggers)o!=="all"&&Qu(n,t,o)&&(e[o]=!0,i=!0);return i?e:!1}function iw(n,t){if(t===null)return!0;let e=t.extensions,{extensions:i}=n;if(i===e)return!1;if(!e||!i||i.length!==e.length)return!0;for(let o=0;o<i.length;o++)if(!i[o].equals(e[o]))return!0;return!1}function Qu(n,t,e){let i=n.updateTriggers[e];i=i??{};let o=t.updateTriggers[e];return o=o??{},nd({oldProps:o,newProps:i,triggerName:e})}var ow="count(): argument not an object",rw="count(): argument not a container";function id(n){if(!aw(n))throw new Error(ow);if(typeof n.count=="function")return n.count();if(Number.isFinite(n.size))return n.size;if(Number.isFinite(n.length))return n.length;if(sw(n))return Object.keys(n).length;throw new Error(rw)}function sw(n){return n!==null&&typeof n=="object"&&n.constructor===Object}function aw(n){return n!==null&&typeof n=="object"}function Oc(n,t){if(!t)return n;let e={...n,...t};if("defines"in t&&(e.defines={...n.defines,...t.defines}),"modules"in t&&(e.modules=(n.modules||[]).concat(t.modules),t.modules.some(i=>i.name==="project64"))){let i=e.modules.findIndex(o=>o.name==="project32");i>=0&&e.modules.splice(i,1)}if("inject"in t)if(!n.inject)e.inject=t.inject;else{let i={...n.inject};for(let o in t.inject)i[o]=(i[o]||"")+t.inject[o];e.inject=i}return e}var cw={minFilter:"linear",mipmapFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"},kc={};function od(n,t,e,i){if(e instanceof me)return e;e.constructor&&e.constructor.name!=="Object"&&(e={data:e});let o=null;e.compressed&&(o={minFilter:"linear",mipmapFilter:e.data.length>1?"nearest":"linear"});let{width:r,height:s}=e.data,a=t.createTexture({...e,sampler:{...cw,...o,...i},mipLevels:t.getMipLevelCount(r,s)});return t.type==="webgl"?a.generateMipmapsWebGL():t.type==="webgpu"&&t.generateMipmapsWebGPU(a),kc[a.id]=n,a}function rd(n,t){!t||!(t instanceof me)||kc[t.id]===n&&(t.delete(),delete kc[t.id])}var lw={boolean:{validate(n,t){return!0},equal(n,t,e){return!!n==!!t}},number:{validate(n,t){return Number.isFinite(n)&&(!("max"in t)||n<=t.max)&&(!("min"in t)||n>=t.min)}},color:{validate(n,t){return t.optional&&!n||Rc(n)&&(n.length===3||n.length===4)},equal(n,t,e){return q(n,t,1)}},accessor:{validate(n,t){let e=Xr(n);return e==="function"||e===Xr(t.value)},equal(n,t,e){return typeof t=="function"?!0:q(n,t,1)}},array:{validate(n,t){return t.optional&&!n||Rc(n)},equal(n,t,e){let{compare:i}=e,o=Number.isInteger(i)?i:i?1:0;return i?q(n,t,o):n===t}},object:{equal(n,t,e){if(e.ignore)return!0;let{compare:i}=e,o=Number.isInteger(i)?i:i?1:0;return i?q(n,t,o):n===t}},function:{validate(n,t){return t.optional&&!n||typeof n=="function"},equal(n,t,e){return!e.compare&&e.ignore!==!1||n===t}},data:{transform:(n,t,e)=>{if(!n)return n;let{dataTransform:i}=e.props;return i?i(n):typeof n.shape=="string"&&n.shape.endsWith("-table")&&Array.isArray(n.data)?n.data:n}},image:{transform:(n,t,e)=>{let i=e.context;return!i||!i.device?null:od(e.id,i.device,n,{...t.parameters,...e.props.textureParameters})},release:(n,t,e)=>{rd(e.id,n)}}};function sd(n){let t={},e={},i={};for(let[o,r]of Object.entries(n)){let s=r?.deprecatedFor;if(s)i[o]=Array.isArray(s)?s:[s];else{let a=fw(o,r);t[o]=a,e[o]=a.value}}return{propTypes:t,defaultProps:e,deprecatedProps:i}}function fw(n,t){switch(Xr(t)){case"object":return Zi(n,t);case"array":return Zi(n,{type:"array",value:t,compare:!1});case"boolean":return Zi(n,{type:"boolean",value:t});case"number":return Zi(n,{type:"number",value:t});case"function":return Zi(n,{type:"function",value:t,compare:!0});default:return{name:n,type:"unknown",value:t}}}function Zi(n,t){return"type"in t?{name:n,...lw[t.type],...t}:"value"in t?{name:n,type:Xr(t.value),...t}:{name:n,type:"object",value:t}}function Rc(n){return Array.isArray(n)||ArrayBuffer.isView(n)}function Xr(n){return Rc(n)?"array":n===null?"null":typeof n}function ad(n,t){let e;for(let r=t.length-1;r>=0;r--){let s=t[r];"extensions"in s&&(e=s.extensions)}let i=zc(n.constructor,e),o=Object.create(i);o[Mn]=n,o[Kt]={},o[Ot]={};for(let r=0;r<t.length;++r){let s=t[r];for(let a in s)o[a]=s[a]}return Object.freeze(o),o}var hw="_mergedDefaultProps";function zc(n,t){if(!(n instanceof Kr.constructor))return{};let e=hw;if(t)for(let o of t){let r=o.constructor;r&&(e+=`:${r.extensionName||r.name}`)}let i=cd(n,e);return i||(n[e]=uw(n,t||[]))}function uw(n,t){if(!n.prototype)return null;let i=Object.getPrototypeOf(n),o=zc(i),r=cd(n,"defaultProps")||{},s=sd(r),a=Object.assign(Object.create(null),o,s.defaultProps),c=Object.assign(Object.create(null),o?.[Pt],s.propTypes),l=Object.assign(Object.create(null),o?.[zr],s.deprecatedProps);for(let f of t){let h=zc(f.constructor);h&&(Object.assign(a,h),Object.assign(c,h[Pt]),Object.assign(l,h[zr]))}return dw(a,n),gw(a,c),pw(a,l),a[Pt]=c,a[zr]=l,t.length===0&&!Dc(n,"_propTypes")&&(n._propTypes=c),a}function dw(n,t){let e=yw(t);Object.defineProperties(n,{id:{writable:!0,value:e}})}function pw(n,t){for(let e in t)Object.defineProperty(n,e,{enumerable:!1,set(i){let o=`${this.id}: ${e}`;for(let r of t[e])Dc(this,r)||(this[r]=i);I.deprecated(o,t[e].join("/"))()}})}function gw(n,t){let e={},i={};for(let o in t){let r=t[o],{name:s,value:a}=r;r.async&&(e[s]=a,i[s]=mw(s))}n[se]=e,n[Kt]={},Object.defineProperties(n,i)}function mw(n){return{enumerable:!0,set(t){typeof t=="string"||t instanceof Promise||Fr(t)?this[Kt][n]=t:this[Ot][n]=t},get(){if(this[Ot]){if(n in this[Ot])return this[Ot][n]||this[se][n];if(n in this[Kt]){let t=this[Mn]&&this[Mn].internalState;if(t&&t.hasAsyncProp(n))return t.getAsyncProp(n)||this[se][n]}}return this[se][n]}}}function Dc(n,t){return Object.prototype.hasOwnProperty.call(n,t)}function cd(n,t){return Dc(n,t)&&n[t]}function yw(n){let t=n.componentName;return t||I.warn(`${n.name}.componentName not specified`)(),t||n.name}var xw=0,qi=class{constructor(...t){this.props=ad(this,t),this.id=this.props.id,this.count=xw++}clone(t){let{props:e}=this,i={};for(let o in e[se])o in e[Ot]?i[o]=e[Ot][o]:o in e[Kt]&&(i[o]=e[Kt][o]);return new this.constructor({...e,...i,...t})}};qi.componentName="Component";qi.defaultProps={};var Kr=qi;var vw=Object.freeze({}),Xi=class{constructor(t){this.component=t,this.asyncProps={},this.onAsyncPropUpdated=()=>{},this.oldProps=null,this.oldAsyncProps=null}finalize(){for(let t in this.asyncProps){let e=this.asyncProps[t];e&&e.type&&e.type.release&&e.type.release(e.resolvedValue,e.type,this.component)}this.asyncProps={},this.component=null,this.resetOldProps()}getOldProps(){return this.oldAsyncProps||this.oldProps||vw}resetOldProps(){this.oldAsyncProps=null,this.oldProps=this.component?this.component.props:null}hasAsyncProp(t){return t in this.asyncProps}getAsyncProp(t){let e=this.asyncProps[t];return e&&e.resolvedValue}isAsyncPropLoading(t){if(t){let e=this.asyncProps[t];return!!(e&&e.pendingLoadCount>0&&e.pendingLoadCount!==e.resolvedLoadCount)}for(let e in this.asyncProps)if(this.isAsyncPropLoading(e))return!0;return!1}reloadAsyncProp(t,e){this._watchPromise(t,Promise.resolve(e))}setAsyncProps(t){this.component=t[Mn]||this.component;let e=t[Ot]||{},i=t[Kt]||t,o=t[se]||{};for(let r in e){let s=e[r];this._createAsyncPropData(r,o[r]),this._updateAsyncProp(r,s),e[r]=this.getAsyncProp(r)}for(let r in i){let s=i[r];this._createAsyncPropData(r,o[r]),this._updateAsyncProp(r,s)}}_fetch(t,e){return null}_onResolve(t,e){}_onError(t,e){}_updateAsyncProp(t,e){if(this._didAsyncInputValueChange(t,e)){if(typeof e=="string"&&(e=this._fetch(t,e)),e instanceof Promise){this._watchPromise(t,e);return}if(Fr(e)){this._resolveAsyncIterable(t,e);return}this._setPropValue(t,e)}}_freezeAsyncOldProps(){if(!this.oldAsyncProps&&this.oldProps){this.oldAsyncProps=Object.create(this.oldProps);for(let t in this.asyncProps)Object.defineProperty(this.oldAsyncProps,t,{enumerable:!0,value:this.oldProps[t]})}}_didAsyncInputValueChange(t,e){let i=this.asyncProps[t];return e===i.resolvedValue||e===i.lastValue?!1:(i.lastValue=e,!0)}_setPropValue(t,e){this._freezeAsyncOldProps();let i=this.asyncProps[t];i&&(e=this._postProcessValue(i,e),i.resolvedValue=e,i.pendingLoadCount++,i.resolvedLoadCount=i.pendingLoadCount)}_setAsyncPropValue(t,e,i){let o=this.asyncProps[t];o&&i>=o.resolvedLoadCount&&e!==void 0&&(this._freezeAsyncOldProps(),o.resolvedValue=e,o.resolvedLoadCount=i,this.onAsyncPropUpdated(t,e))}_watchPromise(t,e){let i=this.asyncProps[t];if(i){i.pendingLoadCount++;let o=i.pendingLoadCount;e.then(r=>{this.component&&(r=this._postProcessValue(i,r),this._setAsyncPropValue(t,r,o),this._onResolve(t,r))}).catch(r=>{this._onError(t,r)})}}async _resolveAsyncIterable(t,e){if(t!=="data"){this._setPropValue(t,e);return}let i=this.asyncProps[t];if(!i)return;i.pendingLoadCount++;let o=i.pendingLoadCount,r=[],s=0;for await(let a of e){if(!this.component)return;let{dataTransform:c}=this.component.props;c?r=c(a,r):r=r.concat(a),Object.defineProperty(r,"__diff",{enumerable:!1,value:[{startRow:s,endRow:r.length}]}),s=r.length,this._setAsyncPropValue(t,r,o)}this._onResolve(t,r)}_postProcessValue(t,e){let i=t.type;return i&&this.component&&(i.release&&i.release(t.resolvedValue,i,this.component),i.transform)?i.transform(e,i,this.component):e}_createAsyncPropData(t,e){if(!this.asyncProps[t]){let o=this.component&&this.component.props[Pt];this.asyncProps[t]={type:o&&o[t],lastValue:null,resolvedValue:e,pendingLoadCount:0,resolvedLoadCount:0}}}};var Ki=class extends Xi{constructor({attributeManager:t,layer:e}){super(e),this.attributeManager=t,this.needsRedraw=!0,this.needsUpdate=!0,this.subLayers=null,this.usesPickingColorCache=!1,this.disabledPickingIndices=[]}get layer(){return this.component}_fetch(t,e){let i=this.layer,o=i?.props.fetch;return o?o(e,{propName:t,layer:i}):super._fetch(t,e)}_onResolve(t,e){let i=this.layer;if(i){let o=i.props.onDataLoad;t==="data"&&o&&o(e,{propName:t,layer:i})}}_onError(t,e){let i=this.layer;i&&i.raiseError(e,`loading ${t} of ${this.layer}`)}};var _w="layer.changeFlag",ww="layer.initialize",Pw="layer.update",bw="layer.finalize",Ew="layer.matched",ld=2**24-1,Sw=Object.freeze([]),Mw=Zt(({oldViewport:n,viewport:t})=>n.equals(t)),St=new Uint8ClampedArray(0);function fd(n){return n.rowIndexes||n.pickingColors||n.instancePickingColors}function Bc(n){return n.rowIndexes}function Nc(n){return n.pickingColors||n.instancePickingColors}var Cw={data:{type:"data",value:Sw,async:!0},dataComparator:{type:"function",value:null,optional:!0},_dataDiff:{type:"function",value:n=>n&&n.__diff,optional:!0},dataTransform:{type:"function",value:null,optional:!0},onDataLoad:{type:"function",value:null,optional:!0},onError:{type:"function",value:null,optional:!0},fetch:{type:"function",value:(n,{propName:t,layer:e,loaders:i,loadOptions:o,signal:r})=>{let{resourceManager:s}=e.context;o=o||e.getLoadOptions(),i=i||e.props.loaders,r&&(o={...o,core:{...o?.core,fetch:{...o?.core?.fetch,signal:r}}});let a=s.contains(n);return!a&&!o&&(s.add({resourceId:n,data:_e(n,i),persistent:!1}),a=!0),a?s.subscribe({resourceId:n,onChange:c=>e.internalState?.reloadAsyncProp(t,c),consumerId:e.id,requestId:t}):_e(n,i,o)}},updateTriggers:{},visible:!0,pickable:!1,opacity:{type:"number",min:0,max:1,value:1},operation:"draw",onHover:{type:"function",value:null,optional:!0},onClick:{type:"function",value:null,optional:!0},onDragStart:{type:"function",value:null,optional:!0},onDrag:{type:"function",value:null,optional:!0},onDragEnd:{type:"function",value:null,optional:!0},coordinateSystem:"default",coordinateOrigin:{type:"array",value:[0,0,0],compare:!0},modelMatrix:{type:"array",value:null,compare:!0,optional:!0},wrapLongitude:!1,positionFormat:"XYZ",colorFormat:"RGBA",parameters:{type:"object",value:{},optional:!0,compare:2},loadOptions:{type:"object",value:null,optional:!0,ignore:!0},transitions:null,extensions:[],loaders:{type:"array",value:[],optional:!0,ignore:!0},getPolygonOffset:{type:"function",value:({layerIndex:n})=>[0,-n*100]},highlightedObjectIndex:null,autoHighlight:!1,highlightColor:{type:"accessor",value:[0,0,128,128]}},Ji=class extends Kr{constructor(){super(...arguments),this.internalState=null,this.lifecycle=Me.NO_STATE,this.parent=null}static get componentName(){return Object.prototype.hasOwnProperty.call(this,"layerName")?this.layerName:""}get root(){let t=this;for(;t.parent;)t=t.parent;return t}toString(){return`${this.constructor.layerName||this.constructor.name}({id: '${this.props.id}'})`}project(t){B(this.internalState);let e=this.internalState.viewport||this.context.viewport,i=Rr(t,{viewport:e,modelMatrix:this.props.modelMatrix,coordinateOrigin:this.props.coordinateOrigin,coordinateSystem:this.props.coordinateSystem}),[o,r,s]=be(i,e.pixelProjectionMatrix);return t.length===2?[o,r]:[o,r,s]}unproject(t){return B(this.internalState),(this.internalState.viewport||this.context.viewport).unproject(t)}projectPosition(t,e){B(this.internalState);let i=this.internalState.viewport||this.context.viewport;return ru(t,{viewport:i,modelMatrix:this.props.modelMatrix,coordinateOrigin:this.props.coordinateOrigin,coordinateSystem:this.props.coordinateSystem,...e})}get isComposite(){return!1}get isDrawable(){return!0}setState(t){this.setChangeFlags({stateChanged:!0}),Object.assign(this.state,t),this.setNeedsRedraw()}setNeedsRedraw(){this.internalState&&(this.internalState.needsRedraw=!0)}setNeedsUpdate(){this.internalState&&(this.context.layerManager.setNeedsUpdate(String(this)),this.internalState.needsUpdate=!0)}get isLoaded(){return this.internalState?!this.internalState.isAsyncPropLoading():!1}get wrapLongitude(){return this.props.wrapLongitude}isPickable(){return this.props.pickable&&this.props.visible}getModels(){let t=this.state;return t&&(t.models||t.model&&[t.model])||[]}setShaderModuleProps(...t){for(let e of this.getModels())e.shaderInputs.setProps(...t)}getAttributeManager(){return this.internalState&&this.internalState.attributeManager}getCurrentLayer(){return this.internalState&&this.internalState.layer}getLoadOptions(){return this.props.loadOptions}use64bitPositions(){let{coordinateSystem:t}=this.props;return t==="default"||t==="lnglat"||t==="cartesian"}onHover(t,e){return this.props.onHover&&this.props.onHover(t,e)||!1}onClick(t,e){return this.props.onClick&&this.props.onClick(t,e)||!1}nullPickingColor(){return[0,0,0]}encodePickingColor(t,e=[]){return e[0]=t+1&255,e[1]=t+1>>8&255,e[2]=t+1>>8>>8&255,e}decodePickingColor(t){B(t instanceof Uint8Array);let[e,i,o]=t;return e+i*256+o*65536-1}getNumInstances(){return Number.isFinite(this.props.numInstances)?this.props.numInstances:this.state&&this.state.numInstances!==void 0?this.state.numInstances:id(this.props.data)}getStartIndices(){return this.props.startIndices?this.props.startIndices:this.state&&this.state.startIndices?this.state.startIndices:null}getBounds(){return this.getAttributeManager()?.getBounds(["positions","instancePositions"])}getShaders(t){t=Oc(t,{disableWarnings:!0,modules:this.context.defaultShaderModules});for(let e of this.props.extensions)t=Oc(t,e.getShaders.call(this,e));return t}shouldUpdateState(t){return t.changeFlags.propsOrDataChanged}updateState(t){let e=this.getAttributeManager(),{dataChanged:i}=t.changeFlags;if(i&&e)if(Array.isArray(i))for(let o of i)e.invalidateAll(o);else e.invalidateAll();if(e){let{props:o}=t,r=this.internalState.hasPickingBuffer,s=Number.isInteger(o.highlightedObjectIndex)||!!o.pickable||o.extensions.some(a=>a.getNeedsPickingBuffer.call(this,a));if(r!==s){this.internalState.hasPickingBuffer=s;let a=fd(e.attributes);a&&(s&&a.constant&&(a.constant=!1,e.invalidate(a.id)),!a.value&&!s&&(a.constant=!0,a.value=Bc(e.attributes)?[gi]:[0,0,0]))}}}finalizeState(t){for(let i of this.getModels())i.destroy();let e=this.getAttributeManager();e&&e.finalize(),this.context&&this.context.resourceManager.unsubscribe({consumerId:this.id}),this.internalState&&(this.internalState.uniformTransitions.clear(),this.internalState.finalize())}draw(t){for(let e of this.getModels())e.draw(t.renderPass)}getPickingInfo({info:t,mode:e,sourceLayer:i}){let{index:o}=t;return o>=0&&Array.isArray(this.props.data)&&(t.object=this.props.data[o]),t}raiseError(t,e){e&&(t=new Error(`${e}: ${t.message}`,{cause:t})),this.props.onError?.(t)||this.context?.onError?.(t,this)}getNeedsRedraw(t={clearRedrawFlags:!1}){return this._getNeedsRedraw(t)}needsUpdate(){return this.internalState?this.internalState.needsUpdate||this.hasUniformTransition()||this.shouldUpdateState(this._getUpdateParams()):!1}hasUniformTransition(){return this.internalState?.uniformTransitions.active||!1}activateViewport(t){if(!this.internalState)return;let e=this.internalState.viewport;this.internalState.viewport=t,(!e||!Mw({oldViewport:e,viewport:t}))&&(this.setChangeFlags({viewportChanged:!0}),this.isComposite?this.needsUpdate()&&this.setNeedsUpdate():this._update())}invalidateAttribute(t="all"){let e=this.getAttributeManager();e&&(t==="all"?e.invalidateAll():e.invalidate(t))}updateAttributes(t){let e=!1;for(let i in t)t[i].layoutChanged()&&(e=!0);for(let i of this.getModels())this._setModelAttributes(i,t,e)}_updateAttributes(){let t=this.getAttributeManager();if(!t)return;let e=this.props,i=this.getNumInstances(),o=this.getStartIndices();t.update({data:e.data,numInstances:i,startIndices:o,props:e,transitions:e.transitions,buffers:e.data.attributes,context:this});let r=t.getChangedAttributes({clearChangedFlags:!0});this.updateAttributes(r)}_updateAttributeTransition(){let t=this.getAttributeManager();t&&t.updateTransition()}_updateUniformTransition(){let{uniformTransitions:t}=this.internalState;if(t.active){let e=t.update(),i=Object.create(this.props);for(let o in e)Object.defineProperty(i,o,{value:e[o]});return i}return this.props}calculateInstancePickingColors(t,{numInstances:e}){if(t.constant)return;let i=Math.floor(St.length/4);this.internalState.usesPickingColorCache=!0;let o=e>0&&St[0]===0;if(i<e||o){e>ld&&I.warn("Layer has too many data objects. Picking might not be able to distinguish all objects.")(),St=It.allocate(St,e,{size:4,copy:!0,maxCount:Math.max(e,ld)});let r=Math.floor(St.length/4),s=[0,0,0],a=o?0:i;for(let c=a;c<r;c++)this.encodePickingColor(c,s),St[c*4+0]=s[0],St[c*4+1]=s[1],St[c*4+2]=s[2],St[c*4+3]=0}t.value=St.subarray(0,e*4)}_setModelAttributes(t,e,i=!1){if(!Object.keys(e).length)return;let o=this.getAttributeManager();if(o?.hasBufferGroups()){this._setGroupedModelAttributes(t,o,e);return}if(i){let c=this.getAttributeManager();t.setBufferLayout(c.getBufferLayouts(t)),e=c.getAttributes()}let r=t.userData?.excludeAttributes||{},s={},a={};for(let c in e){if(r[c])continue;let l=e[c].getValue();for(let f in l){let h=l[f];h instanceof tt?e[c].settings.isIndexed?t.setIndexBuffer(h):s[f]=h:h&&(a[f]=h)}}t.setAttributes(s),t.setConstantAttributes(a)}_setGroupedModelAttributes(t,e,i){let o=t.userData?.excludeAttributes||{},r=e.getBufferGroupBindings(i,t,o);t.setBufferLayout(r.bufferLayouts);let s={...r.buffers},a={},c=e.getAttributes();for(let l in c){if(o[l]||r.groupedAttributeIds.has(l))continue;let f=c[l],h=f.getValue();for(let u in h){let d=h[u];d instanceof tt?f.settings.isIndexed?t.setIndexBuffer(d):s[u]=d:d&&(a[u]=d)}}t.setAttributes(s),t.setConstantAttributes(a)}disablePickingIndex(t){let e=this.props.data;if(!("attributes"in e)){this._disablePickingIndex(t);return}let i=this.getAttributeManager().attributes,o=Bc(i),r=Nc(i),s=o&&e.attributes&&e.attributes[o.id];if(s&&s.value){let c=s.value;for(let l=0;l<e.length;l++){let f=o.getVertexOffset(l);c[f]===t&&this._disablePickingIndex(l)}return}let a=r&&e.attributes&&e.attributes[r.id];if(a&&a.value){let c=a.value,l=this.encodePickingColor(t);for(let f=0;f<e.length;f++){let h=r.getVertexOffset(f);c[h]===l[0]&&c[h+1]===l[1]&&c[h+2]===l[2]&&this._disablePickingIndex(f)}}else this._disablePickingIndex(t)}_disablePickingIndex(t){let e=this.getAttributeManager().attributes,i=Bc(e);if(i){let a=i.getVertexOffset(t),c=i.getVertexOffset(t+1),l=new Uint32Array(c-a);l.fill(gi),i.buffer.write(l,a*l.BYTES_PER_ELEMENT);return}let o=Nc(e);if(!o){this.internalState&&Hh(this.internalState.disabledPickingIndices,t);return}let r=o.getVertexOffset(t),s=o.getVertexOffset(t+1);o.buffer.write(new Uint8Array(s-r),r)}restorePickingColors(){let t=this.getAttributeManager().attributes,e=fd(t);if(!e){this.internalState&&(this.internalState.disabledPickingIndices.length=0);return}let i=Nc(t);this.internalState.usesPickingColorCache&&i&&i.value.buffer!==St.buffer&&(i.value=St.subarray(0,i.value.length)),e.updateSubBuffer({startOffset:0})}_initialize(){B(!this.internalState),$(ww,this);let t=this._getAttributeManager();this.internalState=new Ki({attributeManager:t,layer:this}),this._clearChangeFlags(),this.state={},Object.defineProperty(this.state,"attributeManager",{get:()=>(I.deprecated("layer.state.attributeManager","layer.getAttributeManager()")(),t)}),this.internalState.uniformTransitions=new Hi(this.context.timeline),this.internalState.onAsyncPropUpdated=this._onAsyncPropUpdated.bind(this),this.internalState.setAsyncProps(this.props),this.initializeState(this.context);for(let e of this.props.extensions)e.initializeState.call(this,this.context,e);this.setChangeFlags({dataChanged:"init",propsChanged:"init",viewportChanged:!0,extensionsChanged:!0}),this._update()}_transferState(t){$(Ew,this,this===t);let{state:e,internalState:i}=t;this!==t&&(this.internalState=i,this.state=e,this.internalState.setAsyncProps(this.props),this._diffProps(this.props,this.internalState.getOldProps()))}_update(){let t=this.needsUpdate();if($(Pw,this,t),!t)return;this.context.stats.get("Layer updates").incrementCount();let e=this.props,i=this.context,o=this.internalState,r=i.viewport,s=this._updateUniformTransition();o.propsInTransition=s,i.viewport=o.viewport||r,this.props=s;try{let a=this._getUpdateParams(),c=this.getModels();if(i.device)this.updateState(a);else try{this.updateState(a)}catch{}for(let f of this.props.extensions)f.updateState.call(this,a,f);this.setNeedsRedraw(),this._updateAttributes();let l=this.getModels()[0]!==c[0];this._postUpdate(a,l)}finally{i.viewport=r,this.props=e,this._clearChangeFlags(),o.needsUpdate=!1,o.resetOldProps()}}_finalize(){$(bw,this),this.finalizeState(this.context);for(let t of this.props.extensions)t.finalizeState.call(this,this.context,t)}_drawLayer({renderPass:t,shaderModuleProps:e=null,uniforms:i={},parameters:o={}}){this._updateAttributeTransition();let r=this.props,s=this.context;this.props=this.internalState.propsInTransition||r;try{e&&this.setShaderModuleProps(e);let{getPolygonOffset:a}=this.props,c=a&&a(i)||[0,0];s.device instanceof Yo&&s.device.setParametersWebGL({polygonOffset:c});let l=s.device instanceof Yo?null:Tw(o);if(Aw(this.getModels(),t,o,l),s.device instanceof Yo)s.device.withParametersWebGL(o,()=>{let f={renderPass:t,shaderModuleProps:e,uniforms:i,parameters:o,context:s};for(let h of this.props.extensions)h.draw.call(this,f,h);this.draw(f)});else{l?.renderPassParameters&&t.setParameters(l.renderPassParameters);let f={renderPass:t,shaderModuleProps:e,uniforms:i,parameters:o,context:s};for(let h of this.props.extensions)h.draw.call(this,f,h);this.draw(f)}}finally{this.props=r}}getChangeFlags(){return this.internalState?.changeFlags}setChangeFlags(t){if(!this.internalState)return;let{changeFlags:e}=this.internalState;for(let o in t)if(t[o]){let r=!1;switch(o){case"dataChanged":let s=t[o],a=e[o];s&&Array.isArray(a)&&(e.dataChanged=Array.isArray(s)?a.concat(s):s,r=!0);default:e[o]||(e[o]=t[o],r=!0)}r&&$(_w,this,o,t)}let i=!!(e.dataChanged||e.updateTriggersChanged||e.propsChanged||e.extensionsChanged);e.propsOrDataChanged=i,e.somethingChanged=i||e.viewportChanged||e.stateChanged}_clearChangeFlags(){this.internalState.changeFlags={dataChanged:!1,propsChanged:!1,updateTriggersChanged:!1,viewportChanged:!1,stateChanged:!1,extensionsChanged:!1,propsOrDataChanged:!1,somethingChanged:!1}}_diffProps(t,e){let i=ed(t,e);if(i.updateTriggersChanged)for(let o in i.updateTriggersChanged)i.updateTriggersChanged[o]&&this.invalidateAttribute(o);if(i.transitionsChanged)for(let o in i.transitionsChanged)this.internalState.uniformTransitions.add(o,e[o],t[o],t.transitions?.[o]);return this.setChangeFlags(i)}validateProps(){td(this.props)}updateAutoHighlight(t){this.props.autoHighlight&&!Number.isInteger(this.props.highlightedObjectIndex)&&this._updateAutoHighlight(t)}_updateAutoHighlight(t){let e={highlightedObjectColor:t.picked?t.color:null},{highlightColor:i}=this.props;t.picked&&typeof i=="function"&&(e.highlightColor=i(t)),this.setShaderModuleProps({picking:e}),this.setNeedsRedraw()}_getAttributeManager(){let t=this.context;return new Gi(t.device,{id:this.props.id,stats:t.stats,timeline:t.timeline})}_postUpdate(t,e){let{props:i,oldProps:o}=t,r=this.state.model;r?.isInstanced&&r.setInstanceCount(this.getNumInstances());let{autoHighlight:s,highlightedObjectIndex:a,highlightColor:c}=i;if(e||o.autoHighlight!==s||o.highlightedObjectIndex!==a||o.highlightColor!==c){let l={};Array.isArray(c)&&(l.highlightColor=c),(e||o.autoHighlight!==s||a!==o.highlightedObjectIndex)&&(l.highlightedObjectColor=Number.isFinite(a)&&a>=0?this.encodePickingColor(a):null),this.setShaderModuleProps({picking:l})}}_getUpdateParams(){return{props:this.props,oldProps:this.internalState.getOldProps(),context:this.context,changeFlags:this.internalState.changeFlags}}_getNeedsRedraw(t){if(!this.internalState)return!1;let e=!1;e=e||this.internalState.needsRedraw&&this.id;let i=this.getAttributeManager(),o=i?i.getNeedsRedraw(t):!1;if(e=e||o,e)for(let r of this.props.extensions)r.onNeedsRedraw.call(this,r);return this.internalState.needsRedraw=this.internalState.needsRedraw&&!t.clearRedrawFlags,e}_onAsyncPropUpdated(){this._diffProps(this.props,this.internalState.getOldProps()),this.setNeedsUpdate()}};Ji.defaultProps=Cw;Ji.layerName="Layer";var Dt=Ji;function Tw(n){let{blendConstant:t,...e}=n;return t?{pipelineParameters:e,renderPassParameters:{blendConstant:t}}:{pipelineParameters:e}}function Aw(n,t,e,i){for(let o of n)o.device.type==="webgpu"?(Lw(o,t),o.setParameters({...o.parameters,...i?.pipelineParameters})):o.setParameters(e)}function Lw(n,t){let e=t.props.framebuffer||(t.framebuffer??null);if(!e)return;let i=e.colorAttachments.map(s=>s?.texture?.format??null),o=e.depthStencilAttachment?.texture?.format,r=n;(!Iw(r.props.colorAttachmentFormats,i)||r.props.depthStencilAttachmentFormat!==o)&&(r.props.colorAttachmentFormats=i,r.props.depthStencilAttachmentFormat=o,r._setPipelineNeedsUpdate("attachment formats"))}function Iw(n,t){if(n===t)return!0;if(!n||!t||n.length!==t.length)return!1;for(let e=0;e<n.length;e++)if(n[e]!==t[e])return!1;return!0}var Ow="compositeLayer.renderLayers",Jr=class extends Dt{get isComposite(){return!0}get isDrawable(){return!1}get isLoaded(){return super.isLoaded&&this.getSubLayers().every(t=>t.isLoaded)}getSubLayers(){return this.internalState&&this.internalState.subLayers||[]}initializeState(t){}setState(t){super.setState(t),this.setNeedsUpdate()}getPickingInfo({info:t}){let{object:e}=t;return e&&e.__source&&e.__source.parent&&e.__source.parent.id===this.id&&(t.object=e.__source.object,t.index=e.__source.index),t}filterSubLayer(t){return!0}shouldRenderSubLayer(t,e){return e&&e.length}getSubLayerClass(t,e){let{_subLayerProps:i}=this.props;return i&&i[t]&&i[t].type||e}getSubLayerRow(t,e,i){return t.__source={parent:this,object:e,index:i},t}getSubLayerAccessor(t){if(typeof t=="function"){let e={index:-1,data:this.props.data,target:[]};return(i,o)=>i&&i.__source?(e.index=i.__source.index,t(i.__source.object,e)):t(i,o)}return t}getSubLayerProps(t={}){let{opacity:e,pickable:i,visible:o,parameters:r,getPolygonOffset:s,highlightedObjectIndex:a,autoHighlight:c,highlightColor:l,coordinateSystem:f,coordinateOrigin:h,wrapLongitude:u,positionFormat:d,modelMatrix:p,extensions:g,fetch:m,operation:v,_subLayerProps:_}=this.props,y={id:"",updateTriggers:{},opacity:e,pickable:i,visible:o,parameters:r,getPolygonOffset:s,highlightedObjectIndex:a,autoHighlight:c,highlightColor:l,coordinateSystem:f,coordinateOrigin:h,wrapLongitude:u,positionFormat:d,modelMatrix:p,extensions:g,fetch:m,operation:v},x=_&&t.id&&_[t.id],w=x&&x.updateTriggers,P=t.id||"sublayer";if(x){let M=this.props[Pt],E=t.type?t.type._propTypes:{};for(let S in x){let b=E[S]||M[S];b&&b.type==="accessor"&&(x[S]=this.getSubLayerAccessor(x[S]))}}Object.assign(y,t,x),y.id=`${this.props.id}-${P}`,y.updateTriggers={all:this.props.updateTriggers?.all,...t.updateTriggers,...w};for(let M of g){let E=M.getSubLayerProps.call(this,M);E&&Object.assign(y,E,{updateTriggers:Object.assign(y.updateTriggers,E.updateTriggers)})}return y}_updateAutoHighlight(t){for(let e of this.getSubLayers())e.updateAutoHighlight(t)}_getAttributeManager(){return null}_postUpdate(t,e){let i=this.internalState.subLayers,o=!i||this.needsUpdate();if(o){let r=this.renderLayers();i=Cn(r,Boolean),this.internalState.subLayers=i}$(Ow,this,o,i);for(let r of i)r.parent=this}};Jr.layerName="CompositeLayer";var jc=Jr;var Fc=Math.PI/180;function kw({height:n,focalDistance:t,orbitAxis:e,rotationX:i,rotationOrbit:o,zoom:r}){let s=e==="Z"?[0,0,1]:[0,1,0],a=e==="Z"?[0,-t,0]:[0,0,t],c=new Z().lookAt({eye:a,up:s});c.rotateX(i*Fc),e==="Z"?c.rotateZ(o*Fc):c.rotateY(o*Fc);let l=Math.pow(2,r)/n;return c.scale(l),c}var Qr=class extends Se{constructor(t){let{height:e,projectionMatrix:i,fovy:o=50,orbitAxis:r="Z",target:s=[0,0,0],rotationX:a=0,rotationOrbit:c=0,zoom:l=0}=t,f=i?i[5]/2:We(o);super({...t,longitude:void 0,viewMatrix:kw({height:e||1,focalDistance:f,orbitAxis:r,rotationX:a,rotationOrbit:c,zoom:l}),fovy:o,focalDistance:f,position:s,zoom:l}),this.target=s,this.orbitAxis=r,this.rotationX=a,this.rotationOrbit=c,this.fovy=o,this.projectedCenter=this.project(this.center)}unproject(t,{topLeft:e=!0}={}){let[i,o,r=this.projectedCenter[2]]=t,s=e?o:this.height-o,[a,c,l]=wt([i,s,r],this.pixelUnprojectionMatrix);return[a,c,l]}panByPosition(t,e,i){let o=this.project(t),{near:r,far:s}=tu(this.projectionMatrix),a=r*s/(s-o[2]*(s-r)),c=r*s/(s-this.projectedCenter[2]*(s-r)),l=a/c,f=[this.width/2+(o[0]-e[0])*l,this.height/2+(o[1]-e[1])*l,this.projectedCenter[2]];return{target:this.unproject(f)}}};Qr.displayName="OrbitViewport";var hd=Qr;var Rw=new Z().lookAt({eye:[0,0,1]});function zw({width:n,height:t,near:e,far:i,padding:o}){let r=-n/2,s=n/2,a=-t/2,c=t/2;if(o){let{left:l=0,right:f=0,top:h=0,bottom:u=0}=o,d=N((l+n-f)/2,0,n)-n/2,p=N((h+t-u)/2,0,t)-t/2;r-=d,s-=d,a+=p,c+=p}return new Z().ortho({left:r,right:s,bottom:a,top:c,near:e,far:i})}var ts=class extends Se{constructor(t){let{width:e,height:i,near:o=.1,far:r=1e3,zoom:s=0,target:a=[0,0,0],padding:c=null,flipY:l=!0}=t,f=t.zoomX??(Array.isArray(s)?s[0]:s),h=t.zoomY??(Array.isArray(s)?s[1]:s),u=Number.isFinite(t.zoom)?t.zoom:Math.min(f,h),d=Math.pow(2,u),p;if(f!==u||h!==u){let g=Math.pow(2,f),m=Math.pow(2,h);p={unitsPerMeter:[g/d,m/d,1],metersPerUnit:[d/g,d/m,1]}}super({...t,longitude:void 0,position:a,viewMatrix:Rw.clone().scale([d,d*(l?-1:1),d]),projectionMatrix:zw({width:e||1,height:i||1,padding:c,near:o,far:r}),zoom:u,distanceScales:p}),this.target=a,this.zoomX=f,this.zoomY=h,this.flipY=l}projectFlat([t,e]){let{unitsPerMeter:i}=this.distanceScales;return[t*i[0],e*i[1]]}unprojectFlat([t,e]){let{metersPerUnit:i}=this.distanceScales;return[t*i[0],e*i[1]]}panByPosition(t,e,i){let o=wt(e,this.pixelUnprojectionMatrix),r=this.projectFlat(t),s=st.add([],r,st.negate([],o)),a=st.add([],this.center,s);return{target:this.unprojectFlat(a)}}};ts.displayName="OrthographicViewport";var ud=ts;var Vc=class extends le{constructor(t){let{width:e,height:i,rotationX:o=0,rotationOrbit:r=0,target:s=[0,0,0],zoom:a=0,minRotationX:c=-90,maxRotationX:l=90,minZoom:f=-1/0,maxZoom:h=1/0,maxBounds:u=null,maxBoundsPadding:d=null,startPanPosition:p,startRotatePos:g,startRotationX:m,startRotationOrbit:v,startZoomPosition:_,startZoom:y}=t;super({width:e,height:i,rotationX:o,rotationOrbit:r,target:s,zoom:a,minRotationX:c,maxRotationX:l,minZoom:f,maxZoom:h,maxBounds:u,maxBoundsPadding:d},{startPanPosition:p,startRotatePos:g,startRotationX:m,startRotationOrbit:v,startZoomPosition:_,startZoom:y},t.makeViewport),this.unproject3D=t.unproject3D}panStart({pos:t}){return this._getUpdatedState({startPanPosition:this._unproject(t)})}pan({pos:t,startPosition:e}){let i=this.getState().startPanPosition||e;if(!i)return this;let r=this.makeViewport(this.getViewportProps()).panByPosition(i,t);return this._getUpdatedState(r)}panEnd(){return this._getUpdatedState({startPanPosition:null})}rotateStart({pos:t}){return this._getUpdatedState({startRotatePos:t,startRotationX:this.getViewportProps().rotationX,startRotationOrbit:this.getViewportProps().rotationOrbit})}rotate({pos:t,deltaAngleX:e=0,deltaAngleY:i=0}){let{startRotatePos:o,startRotationX:r,startRotationOrbit:s}=this.getState(),{width:a,height:c}=this.getViewportProps();if(!o||r===void 0||s===void 0)return this;let l;if(t){let f=(t[0]-o[0])/a,h=(t[1]-o[1])/c;(r<-90||r>90)&&(f*=-1),l={rotationX:r+h*180,rotationOrbit:s+f*180}}else l={rotationX:r+i,rotationOrbit:s+e};return this._getUpdatedState(l)}rotateEnd(){return this._getUpdatedState({startRotationX:null,startRotationOrbit:null})}shortestPathFrom(t){let e=t.getViewportProps(),i={...this.getViewportProps()},{rotationOrbit:o}=i;return Math.abs(o-e.rotationOrbit)>180&&(i.rotationOrbit=o<0?o+360:o-360),i}zoomStart({pos:t}){return this._getUpdatedState({startZoomPosition:this._unproject(t),startZoom:this.getViewportProps().zoom})}zoom({pos:t,startPos:e,scale:i}){let{startZoom:o,startZoomPosition:r}=this.getState();if(r||(o=this.getViewportProps().zoom,r=this._unproject(e||t)),!r)return this;let s=this._calculateNewZoom({scale:i,startZoom:o}),a=this.makeViewport({...this.getViewportProps(),zoom:s});return this._getUpdatedState({zoom:s,...a.panByPosition(r,t)})}zoomEnd(){return this._getUpdatedState({startZoomPosition:null,startZoom:null})}zoomIn(t=2){return this._getUpdatedState({zoom:this._calculateNewZoom({scale:t})})}zoomOut(t=2){return this._getUpdatedState({zoom:this._calculateNewZoom({scale:1/t})})}moveLeft(t=50){return this._panFromCenter([-t,0])}moveRight(t=50){return this._panFromCenter([t,0])}moveUp(t=50){return this._panFromCenter([0,-t])}moveDown(t=50){return this._panFromCenter([0,t])}rotateLeft(t=15){return this._getUpdatedState({rotationOrbit:this.getViewportProps().rotationOrbit-t})}rotateRight(t=15){return this._getUpdatedState({rotationOrbit:this.getViewportProps().rotationOrbit+t})}rotateUp(t=10){return this._getUpdatedState({rotationX:this.getViewportProps().rotationX-t})}rotateDown(t=10){return this._getUpdatedState({rotationX:this.getViewportProps().rotationX+t})}_project(t){return this.makeViewport(this.getViewportProps()).project(t)}_unproject(t){let e=this.unproject3D?.(t);return e||this.makeViewport(this.getViewportProps()).unproject(t)}_calculateNewZoom({scale:t,startZoom:e}){e===void 0&&(e=this.getViewportProps().zoom);let i=e+Math.log2(t);return this._constrainZoom(i)}_panFromCenter(t){let{target:e}=this.getViewportProps(),i=this._project(e);return this.pan({startPosition:e,pos:[i[0]+t[0],i[1]+t[1]]})}_getUpdatedState(t){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t})}applyConstraints(t){let{maxRotationX:e,minRotationX:i,rotationOrbit:o}=t;return t.zoom=this._constrainZoom(t.zoom,t),t.rotationX=N(t.rotationX,i,e),(o<-180||o>180)&&(t.rotationOrbit=vi(o+180,360)-180),t.target=this._constrainTarget(t),t}_constrainZoom(t,e){e||(e=this.getViewportProps());let{maxZoom:i,maxBounds:o}=e,{minZoom:r}=e;if(o&&e.width>0&&e.height>0){let s=fe(e.width,e.height,e.maxBoundsPadding),a=[];if(s.width>0||s.height>0){let c=this.makeViewport({...e,zoom:t}),l=Tn(c,e.target,s);s.width>0&&a.push(l.left,l.right),s.height>0&&a.push(l.top,l.bottom);let f=Math.min(...a)*2,h=o[1][0]-o[0][0],u=o[1][1]-o[0][1],d=(o[1][2]??0)-(o[0][2]??0),p=Math.sqrt(h*h+u*u+d*d);f>0&&p>0&&(r=Math.max(r,Math.log2(f/p)),r>i&&(r=i))}}return N(t,r,i)}_constrainTarget(t){let{target:e,maxBounds:i}=t;if(!i)return e;let o=fe(t.width,t.height,t.maxBoundsPadding);if(o.width<0||o.height<0)return e;let[[r,s,a=0],[c,l,f=0]]=i;if(e[0]>=r&&e[0]<=c&&e[1]>=s&&e[1]<=l&&e[2]>=a&&e[2]<=f)return e;let h=this.makeViewport?.(t);if(h){let{cameraPosition:u}=h,d=u[0]-e[0],p=u[1]-e[1],g=u[2]-e[2],m=d*e[0]+p*e[1]+g*e[2],v=d*(d>=0?r:c)+p*(p>=0?s:l)+g*(g>=0?a:f),_=d*(d>=0?c:r)+p*(p>=0?l:s)+g*(g>=0?f:a);if((d||p||g)&&m>=v&&m<=_){let y=L=>N(L,r,c),x=L=>N(L,s,l),w=L=>N(L,a,f),P=L=>d*y(e[0]-L*d)+p*x(e[1]-L*p)+g*w(e[2]-L*g)-m,M=-1,E=1,S=P(M),b=P(E);for(;S<0;)E=M,b=S,M*=2,S=P(M);for(;b>0;)M=E,S=b,E*=2,b=P(E);for(let L=0;L<30;L++){let A=(M+E)/2;P(A)>0?M=A:E=A}let O=(M+E)/2;return[y(e[0]-O*d),x(e[1]-O*p),w(e[2]-O*g)]}}return[N(e[0],r,c),N(e[1],s,l),N(e[2],a,f)]}},Qi=class extends ce{constructor(){super(...arguments),this.ControllerState=Vc,this.transition={transitionDuration:300,transitionInterpolator:new Rt({transitionProps:{compare:["target","zoom","rotationX","rotationOrbit"],required:["target","zoom"]}})},this._unproject3D=t=>{if(this.pickPosition){let{x:e,y:i}=this.props,o=this.pickPosition(e+t[0],i+t[1]);if(o&&o.coordinate)return o.coordinate}return null}}setProps(t){t.unproject3D=this._unproject3D,super.setProps(t)}};var es=class extends ae{constructor(t={}){super(t),this.props.orbitAxis=t.orbitAxis||"Z"}getViewportType(){return hd}get ControllerType(){return Qi}};es.displayName="OrbitView";var Uc=es;var dd=1;function Wc({zoom:n=0,zoomX:t,zoomY:e}){return t=t??(Array.isArray(n)?n[0]:n),e=e??(Array.isArray(n)?n[1]:n),{zoomX:t,zoomY:e}}function Dw(n,t,e,i,o){let r=n[0][t]+e,s=n[1][t]-i,a=(r+s)/2;return{minimum:r,maximum:s,midpoint:a,settledTarget:Number.isFinite(e)&&Number.isFinite(i)&&r<=s?N(o,r,s):a}}var Gc=class extends le{constructor(t){let{width:e,height:i,target:o=[0,0,0],zoom:r=0,zoomAxis:s="all",minZoom:a=-1/0,maxZoom:c=1/0,minZoomX:l=a,maxZoomX:f=c,minZoomY:h=a,maxZoomY:u=c,maxBounds:d=null,maxBoundsPadding:p=null,rubberBand:g=!1,startPanPosition:m,startZoomPosition:v,startZoom:_}=t,{[bt]:y}=t,{zoomX:x,zoomY:w}=Wc(t);super({width:e,height:i,target:o,zoom:r,zoomX:x,zoomY:w,zoomAxis:s,minZoomX:l,maxZoomX:f,minZoomY:h,maxZoomY:u,maxBounds:d,maxBoundsPadding:p,rubberBand:g,[bt]:y},{startPanPosition:m,startZoomPosition:v,startZoom:_},t.makeViewport,t.constraintContext)}panStart({pos:t},e){return this._getUpdatedState({startPanPosition:this._unproject(t)},e)}pan({pos:t,startPosition:e},i){let o=this.getState().startPanPosition||e;if(!o)return this;let s=this.makeViewport(this.getViewportProps()).panByPosition(o,t);return this._getUpdatedState(s,i)}panEnd(t){return this._getUpdatedState({startPanPosition:null},t)}rotateStart(){return this}rotate(){return this}rotateEnd(){return this}shortestPathFrom(t){let e=t.getViewportProps();return{...this.getViewportProps()}}zoomStart({pos:t},e){let{zoomX:i,zoomY:o}=this.getViewportProps();return this._getUpdatedState({startZoomPosition:this._unproject(t),startZoom:[i,o]},e)}zoom({pos:t,startPos:e,scale:i},o){let{startZoom:r,startZoomPosition:s}=this.getState();if(!s){let{zoomX:c,zoomY:l}=this.getViewportProps();r=[c,l],s=this._unproject(e||t)}if(!s)return this;let a=this._calculateNewZoom({scale:i,startZoom:r});return this._getUpdatedState({...a,[bt]:{position:s,screenPosition:t}},o)}zoomEnd(t){return this._getUpdatedState({startZoomPosition:null,startZoom:null},t)}zoomIn(t=2,e){return this._getUpdatedState(this._calculateNewZoom({scale:t}),e)}zoomOut(t=2,e){return this._getUpdatedState(this._calculateNewZoom({scale:1/t}),e)}moveLeft(t=50,e){return this._panFromCenter([-t,0],e)}moveRight(t=50,e){return this._panFromCenter([t,0],e)}moveUp(t=50,e){return this._panFromCenter([0,-t],e)}moveDown(t=50,e){return this._panFromCenter([0,t],e)}rotateLeft(t=15){return this}rotateRight(t=15){return this}rotateUp(t=10){return this}rotateDown(t=10){return this}_project(t){return this.makeViewport(this.getViewportProps()).project(t)}_unproject(t){let e=this.makeViewport(this.getViewportProps()),[i,o]=e.unproject(t);return[i,o]}_calculateNewZoom({scale:t,startZoom:e}){let{zoomX:i,zoomY:o,zoomAxis:r}=this.getViewportProps();e===void 0&&(e=[i,o]);let s=Math.log2(t),[a,c]=e;switch(r){case"X":a+=s;break;case"Y":c+=s;break;default:a+=s,c+=s}return{zoomX:a,zoomY:c}}_panFromCenter(t,e){let{target:i}=this.getViewportProps(),o=this._project(i);return this.pan({startPosition:i,pos:[o[0]+t[0],o[1]+t[1]]},e)}_getUpdatedState(t,e){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t,constraintContext:e})}applyConstraints(t,e){let i=t,o=i[bt];delete i[bt];let r=Wc(t),s=this._constrainZoom(r,t),a=t.rubberBand&&e?.mode==="elastic",{zoomX:c,zoomY:l}=e?.mode==="preserve"?r:a?{zoomX:Te(r.zoomX,s.zoomX,dd),zoomY:Te(r.zoomY,s.zoomY,dd)}:s;if(t.zoomX=c,t.zoomY=l,o){let d=this.makeViewport({...t,zoomX:c,zoomY:l});Object.assign(t,d.panByPosition(o.position,o.screenPosition))}t.zoom=Array.isArray(t.zoom)||t.zoomX!==t.zoomY?[t.zoomX,t.zoomY]:t.zoomX;let{maxBounds:f,rubberBand:h,target:u}=t;if(f){let d=fe(t.width,t.height,t.maxBoundsPadding),p=this.makeViewport(t),g=Tn(p,u,d),m=p.project(u),v=[0,1].map(w=>{let P=u.slice();P[w]+=1;let M=p.project(P)[w]-m[w];return Number.isFinite(M)?M:2**(w===0?c:l)*(w===0?1:-1)}),_=v.map((w,P)=>{let M=P===0?g.left:g.top,E=P===0?g.right:g.bottom,S=Math.abs(w);return w>=0?[M/S,E/S]:[E/S,M/S]}),y=u.slice(),x=[d.width,d.height];for(let[w,[P,M]]of _.entries()){if(x[w]<0)continue;let{minimum:E,maximum:S,midpoint:b,settledTarget:O}=Dw(f,w,P,M,u[w]);if(e?.mode!=="preserve"&&h&&(!Number.isFinite(P)||!Number.isFinite(M))){y[w]=b;continue}let L=h?O:N(u[w],E,S);y[w]=e?.mode==="preserve"?u[w]:a?Te(u[w],L,(w===0?d.width:d.height)/2/Math.abs(v[w])):L}(y[0]!==u[0]||y[1]!==u[1])&&(t.target=y)}return t}_constrainZoom({zoomX:t,zoomY:e},i){i||(i=this.getViewportProps());let{zoomAxis:o,maxZoomX:r,maxZoomY:s,maxBounds:a}=i,{minZoomX:c,minZoomY:l}=i;if(a!==null&&i.width>0&&i.height>0){let h=fe(i.width,i.height,i.maxBoundsPadding),u=a[0],d=a[1],p=d[0]-u[0],g=d[1]-u[1];h.width>0&&Number.isFinite(p)&&p>0&&(c=Math.max(c,Math.log2(h.width/p)),c>r&&(c=r)),h.height>0&&Number.isFinite(g)&&g>0&&(l=Math.max(l,Math.log2(h.height/g)),l>s&&(l=s))}switch(o){case"X":t=N(t,c,r);break;case"Y":e=N(e,l,s);break;default:let h=Math.min(r-t,s-e,0);h===0&&(h=Math.max(c-t,l-e,0)),h!==0&&(t+=h,e+=h)}return{zoomX:t,zoomY:e}}},to=class extends ce{constructor(){super(...arguments),this.ControllerState=Gc,this.transition={transitionDuration:300,transitionInterpolator:new Rt(["target","zoomX","zoomY"])},this.dragMode="pan"}setProps(t){Object.assign(t,Wc(t)),super.setProps(t)}_onMultiPanStart(t){return this.multiTouchDrag==="pan"&&super._onMultiPanStart(t)}_onPanRotate(){return!1}};var ns=class extends ae{constructor(t={}){super(t)}getViewportType(){return ud}get ControllerType(){return to}};ns.displayName="OrthographicView";var Yc=ns;var Ae=class{constructor(t){this.indexStarts=[0],this.vertexStarts=[0],this.vertexCount=0,this.instanceCount=0;let{attributes:e={}}=t;this.typedArrayManager=It,this.attributes={},this._attributeDefs=e,this.opts=t,this.updateGeometry(t)}updateGeometry(t){Object.assign(this.opts,t);let{data:e,buffers:i={},getGeometry:o,geometryBuffer:r,positionFormat:s,dataChanged:a,normalize:c=!0}=this.opts;if(this.data=e,this.getGeometry=o,this.positionSize=r&&r.size||(s==="XY"?2:3),this.buffers=i,this.normalize=c,r&&(B(e.startIndices),this.getGeometry=this.getGeometryFromBuffer(r),c||(i.vertexPositions=r)),this.geometryBuffer=i.vertexPositions,Array.isArray(a))for(let l of a)this._rebuildGeometry(l);else this._rebuildGeometry()}updatePartialGeometry({startRow:t,endRow:e}){this._rebuildGeometry({startRow:t,endRow:e})}getGeometryFromBuffer(t){let e=t.value||t;return ArrayBuffer.isView(e)?Vr(e,{size:this.positionSize,offset:t.offset,stride:t.stride,startIndices:this.data.startIndices}):null}_allocate(t,e){let{attributes:i,buffers:o,_attributeDefs:r,typedArrayManager:s}=this;for(let a in r)if(a in o)s.release(i[a]),i[a]=null;else{let c=r[a];c.copy=e,i[a]=s.allocate(i[a],t,c)}}_forEachGeometry(t,e,i){let{data:o,getGeometry:r}=this,{iterable:s,objectInfo:a}=zt(o,e,i);for(let c of s){a.index++;let l=r?r(c,a):null;t(l,a.index)}}_rebuildGeometry(t){if(!this.data)return;let{indexStarts:e,vertexStarts:i,instanceCount:o}=this,{data:r,geometryBuffer:s}=this,{startRow:a=0,endRow:c=1/0}=t||{},l={};if(t||(e=[0],i=[0]),this.normalize||!s)this._forEachGeometry((h,u)=>{let d=h&&this.normalizeGeometry(h);l[u]=d,i[u+1]=i[u]+(d?this.getGeometrySize(d):0)},a,c),o=i[i.length-1];else if(i=r.startIndices,o=i[r.length]||0,ArrayBuffer.isView(s))o=o||s.length/this.positionSize;else if(s instanceof tt){let h=this.positionSize*4;o=o||s.byteLength/h}else if(s.buffer){let h=s.stride||this.positionSize*4;o=o||s.buffer.byteLength/h}else if(s.value){let h=s.value,u=s.stride/h.BYTES_PER_ELEMENT||this.positionSize;o=o||h.length/u}this._allocate(o,!!t),this.indexStarts=e,this.vertexStarts=i,this.instanceCount=o;let f={};this._forEachGeometry((h,u)=>{let d=l[u]||h;f.vertexStart=i[u],f.indexStart=e[u];let p=u<i.length-1?i[u+1]:o;f.geometrySize=p-i[u],f.geometryIndex=u,this.updateGeometryAttributes(d,f)},a,c),this.vertexCount=e[e.length-1]}};var kn=64,Bw=["camera","charger","meter","gate","parking","device","stop"],$c=[...Bw.flatMap(n=>[n,`${n}!faulty`,`${n}!maintenance`]),"wedge","target"],eo=Object.fromEntries($c.map((n,t)=>[n,{x:t%8*kn,y:Math.floor(t/8)*kn,width:kn,height:kn,mask:n==="wedge"}]));function Nw(n,t,e){if(n.beginPath(),e){n.moveTo(32,3);for(let[i,o]of[[61,32],[32,61],[3,32]])n.lineTo(i,o);n.closePath()}else n.arc(32,32,27,0,2*Math.PI);n.fillStyle=t,n.fill(),n.lineWidth=5,n.strokeStyle=j.paper,n.stroke()}function jw(n,t){n.translate(17,17),n.scale(30/24,30/24),n.lineWidth=2.6,n.lineJoin=n.lineCap="round",n.strokeStyle=j.paper,n.stroke(new Path2D(yl[t]))}function Fw(n){let t=n.createRadialGradient(32,32,6,32,32,32);t.addColorStop(0,"rgba(255,255,255,1)"),t.addColorStop(1,"rgba(255,255,255,0.35)"),n.fillStyle=t,n.beginPath(),n.moveTo(32,32),n.arc(32,32,31,-Math.PI/2-.5,-Math.PI/2+.5),n.fill()}function Vw(n){n.strokeStyle=j.accent,n.lineWidth=6,n.beginPath(),n.arc(32,32,22,0,2*Math.PI);for(let[t,e]of[[32,2],[32,62],[2,32],[62,32]])n.moveTo(32,32),n.lineTo(t,e);n.stroke()}var Xe=null;function is(){if(Xe)return Xe;Xe=document.createElement("canvas"),Xe.width=8*kn,Xe.height=Math.ceil($c.length/8)*kn;let n=Xe.getContext("2d");for(let t of $c){let{x:e,y:i}=eo[t],[o="",r=""]=t.split("!");n.save(),n.translate(e,i),t==="wedge"?Fw(n):t==="target"?Vw(n):(Nw(n,r?j.status[r]:j.marker[o],r),jw(n,o)),n.restore()}return Xe}var pd=`layout(std140) uniform iconUniforms {
  float sizeScale;
  vec2 iconsTextureDim;
  float sizeBasis;
  float sizeMinPixels;
  float sizeMaxPixels;
  bool billboard;
  highp int sizeUnits;
  float alphaCutoff;
} icon;
`,gd={name:"icon",vs:pd,fs:pd,uniformTypes:{sizeScale:"f32",iconsTextureDim:"vec2<f32>",sizeBasis:"f32",sizeMinPixels:"f32",sizeMaxPixels:"f32",billboard:"f32",sizeUnits:"i32",alphaCutoff:"f32"}};var md=`#version 300 es
#define SHADER_NAME icon-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in float instanceSizes;
in float instanceAngles;
in vec4 instanceColors;
#ifdef USE_ROW_INDEXES
in float rowIndexes;
#endif
in vec4 instanceIconFrames;
in float instanceColorModes;
in vec2 instanceOffsets;
in vec2 instancePixelOffset;
out float vColorMode;
out vec4 vColor;
out vec2 vTextureCoords;
out vec2 uv;
vec2 rotate_by_angle(vec2 vertex, float angle) {
float angle_radian = angle * PI / 180.0;
float cos_angle = cos(angle_radian);
float sin_angle = sin(angle_radian);
mat2 rotationMatrix = mat2(cos_angle, -sin_angle, sin_angle, cos_angle);
return rotationMatrix * vertex;
}
void main(void) {
geometry.worldPosition = instancePositions;
geometry.uv = positions;
#ifdef USE_ROW_INDEXES
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
#else
geometry.pickingColor = picking_getPickingColorFromInstanceID();
#endif
uv = positions;
vec2 iconSize = instanceIconFrames.zw;
float sizePixels = clamp(
project_size_to_pixel(instanceSizes * icon.sizeScale, icon.sizeUnits),
icon.sizeMinPixels, icon.sizeMaxPixels
);
float iconConstraint = icon.sizeBasis == 0.0 ? iconSize.x : iconSize.y;
float instanceScale = iconConstraint == 0.0 ? 0.0 : sizePixels / iconConstraint;
vec2 pixelOffset = positions / 2.0 * iconSize + instanceOffsets;
pixelOffset = rotate_by_angle(pixelOffset, instanceAngles) * instanceScale;
pixelOffset += instancePixelOffset;
pixelOffset.y *= -1.0;
if (icon.billboard)  {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = vec3(pixelOffset, 0.0);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset_common = vec3(project_pixel_size(pixelOffset), 0.0);
DECKGL_FILTER_SIZE(offset_common, geometry);
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset_common, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
vTextureCoords = mix(
instanceIconFrames.xy,
instanceIconFrames.xy + iconSize,
(positions.xy + 1.0) / 2.0
) / icon.iconsTextureDim;
vColor = instanceColors;
DECKGL_FILTER_COLOR(vColor, geometry);
vColorMode = instanceColorModes;
}
`;var yd=`#version 300 es
#define SHADER_NAME icon-layer-fragment-shader
precision highp float;
uniform sampler2D iconsTexture;
in float vColorMode;
in vec4 vColor;
in vec2 vTextureCoords;
in vec2 uv;
out vec4 fragColor;
void main(void) {
geometry.uv = uv;
vec4 texColor = texture(iconsTexture, vTextureCoords);
vec3 color = mix(texColor.rgb, vColor.rgb, vColorMode);
float a = texColor.a * layer.opacity * vColor.a;
if (a < icon.alphaCutoff) {
discard;
}
fragColor = vec4(color, a);
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var Uw=`struct IconUniforms {
  sizeScale: f32,
  iconsTextureDim: vec2<f32>,
  sizeBasis: f32,
  sizeMinPixels: f32,
  sizeMaxPixels: f32,
  billboard: i32,
  sizeUnits: i32,
  alphaCutoff: f32
};

@group(0) @binding(auto) var<uniform> icon: IconUniforms;
@group(0) @binding(auto) var iconsTexture : texture_2d<f32>;
@group(0) @binding(auto) var iconsTextureSampler : sampler;

fn rotate_by_angle(vertex: vec2<f32>, angle_deg: f32) -> vec2<f32> {
  let angle_radian = angle_deg * PI / 180.0;
  let c = cos(angle_radian);
  let s = sin(angle_radian);
  let rotation = mat2x2<f32>(vec2<f32>(c, s), vec2<f32>(-s, c));
  return rotation * vertex;
}

struct Attributes {
  @builtin(instance_index) instanceIndex : u32,
  @location(0) positions: vec2<f32>,

  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceSizes: f32,
  @location(4) instanceAngles: f32,
  @location(5) instanceColors: vec4<f32>,
  @location(6) instanceIconFrames: vec4<f32>,
  @location(7) instanceColorModes: f32,
  @location(8) instanceOffsets: vec2<f32>,
  @location(9) instancePixelOffset: vec2<f32>,
  PICKING_COLOR_ATTRIBUTE
};

struct Varyings {
  @builtin(position) position: vec4<f32>,

  @location(0) vColorMode: f32,
  @location(1) vColor: vec4<f32>,
  @location(2) vTextureCoords: vec2<f32>,
  @location(3) uv: vec2<f32>,
  @location(4) pickingColor: vec3<f32>,
};

@vertex
fn vertexMain(inp: Attributes) -> Varyings {
  // write geometry fields used by filters + FS
  geometry.worldPosition = inp.instancePositions;
  geometry.uv = inp.positions;
  geometry.pickingColor = PICKING_COLOR_VALUE;

  var outp: Varyings;
  outp.uv = inp.positions;

  let iconSize = inp.instanceIconFrames.zw;

  // convert size in meters to pixels, then clamp
  let sizePixels = clamp(
    project_unit_size_to_pixel(inp.instanceSizes * icon.sizeScale, icon.sizeUnits),
    icon.sizeMinPixels, icon.sizeMaxPixels
  );

  // scale icon height to match instanceSize
  let iconConstraint = select(iconSize.y, iconSize.x, icon.sizeBasis == 0.0);
  let instanceScale = select(sizePixels / iconConstraint, 0.0, iconConstraint == 0.0);

  // scale and rotate vertex in "pixel" units; then add per-instance pixel offset
  var pixelOffset = inp.positions / 2.0 * iconSize + inp.instanceOffsets;
  pixelOffset = rotate_by_angle(pixelOffset, inp.instanceAngles) * instanceScale;
  pixelOffset = pixelOffset + inp.instancePixelOffset;
  pixelOffset.y = pixelOffset.y * -1.0;

  if (icon.billboard != 0) {
    var pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, vec3<f32>(0.0)); // TODO, &geometry.position);
    // DECKGL_FILTER_GL_POSITION(pos, geometry);

    var offset = vec3<f32>(pixelOffset, 0.0);
    // DECKGL_FILTER_SIZE(offset, geometry);
    let clipOffset = project_pixel_size_to_clipspace(offset.xy);
    pos = vec4<f32>(pos.x + clipOffset.x, pos.y + clipOffset.y, pos.z, pos.w);
    outp.position = pos;
  } else {
    var offset_common = vec3<f32>(project_pixel_size_vec2(pixelOffset), 0.0);
    // DECKGL_FILTER_SIZE(offset_common, geometry);
    var pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, offset_common); // TODO, &geometry.position);
    // DECKGL_FILTER_GL_POSITION(pos, geometry);
    outp.position = pos;
  }

  let uvMix = (inp.positions.xy + vec2<f32>(1.0, 1.0)) * 0.5;
  outp.vTextureCoords = mix(inp.instanceIconFrames.xy, inp.instanceIconFrames.xy + iconSize, uvMix) / icon.iconsTextureDim;

  outp.vColor = inp.instanceColors;
  // DECKGL_FILTER_COLOR(outp.vColor, geometry);

  outp.vColorMode = inp.instanceColorModes;
  outp.pickingColor = geometry.pickingColor;

  return outp;
}

@fragment
fn fragmentMain(inp: Varyings) -> @location(0) vec4<f32> {
  // expose to deck.gl filter hooks
  geometry.uv = inp.uv;

  let texColor = textureSample(iconsTexture, iconsTextureSampler, inp.vTextureCoords);

  // if colorMode == 0, use pixel color from the texture
  // if colorMode == 1 (or picking), use texture as transparency mask
  let rgb = mix(texColor.rgb, inp.vColor.rgb, inp.vColorMode);
  let a = texColor.a * layer.opacity * inp.vColor.a;

  if (a < icon.alphaCutoff) {
    discard;
  }

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(inp.pickingColor)) {
      discard;
    }
    return vec4<f32>(inp.pickingColor, 1.0);
  }

  var fragColor = deckgl_premultiplied_alpha(vec4<f32>(rgb, a));

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(inp.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return fragColor;
}
`;function xd(n){return Uw.replace("PICKING_COLOR_ATTRIBUTE",n?"@location(10) rowIndexes: u32,":"").replace("PICKING_COLOR_VALUE",n?"picking_getPickingColorFromIndex(inp.rowIndexes)":"picking_getPickingColorFromIndex(inp.instanceIndex)")}var Ww=1024,Gw=4,vd=()=>{},_d={minFilter:"linear",mipmapFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"},Yw={x:0,y:0,width:0,height:0};function $w(n){return Math.pow(2,Math.ceil(Math.log2(n)))}function Hw(n,t,e,i){let o=Math.min(e/t.width,i/t.height),r=Math.floor(t.width*o),s=Math.floor(t.height*o);return o===1?{image:t,width:r,height:s}:(n.canvas.height=s,n.canvas.width=r,n.clearRect(0,0,r,s),n.drawImage(t,0,0,t.width,t.height,0,0,r,s),{image:n.canvas,width:r,height:s})}function no(n){return n&&(n.id||n.url)}function Pd(n){let{device:t}=n;t.type==="webgl"?n.generateMipmapsWebGL():t.type==="webgpu"&&t.generateMipmapsWebGPU(n)}function Zw(n,t,e,i){let{width:o,height:r,device:s}=n,a=s.createTexture({format:"rgba8unorm",width:t,height:e,sampler:i,mipLevels:s.getMipLevelCount(t,e)}),c=s.createCommandEncoder();c.copyTextureToTexture({sourceTexture:n,destinationTexture:a,width:o,height:r});let l=c.finish();return s.submit(l),Pd(a),n.destroy(),a}function wd(n,t,e){for(let i=0;i<t.length;i++){let{icon:o,xOffset:r}=t[i],s=no(o);n[s]={...o,x:r,y:e}}}function qw({icons:n,buffer:t,mapping:e={},xOffset:i=0,yOffset:o=0,rowHeight:r=0,canvasWidth:s}){let a=[];for(let c=0;c<n.length;c++){let l=n[c],f=no(l);if(!e[f]){let{height:h,width:u}=l;i+u+t>s&&(wd(e,a,o),i=0,o=r+o+t,r=0,a=[]),a.push({icon:l,xOffset:i}),i=i+u+t,r=Math.max(r,h)}}return a.length>0&&wd(e,a,o),{mapping:e,rowHeight:r,xOffset:i,yOffset:o,canvasWidth:s,canvasHeight:$w(r+o+t)}}function Xw(n,t,e){if(!n||!t)return null;e=e||{};let i={},{iterable:o,objectInfo:r}=zt(n);for(let s of o){r.index++;let a=t(s,r),c=no(a);if(!a)throw new Error("Icon is missing.");if(!a.url)throw new Error("Icon url is missing.");!i[c]&&(!e[c]||a.url!==e[c].url)&&(i[c]={...a,source:s,sourceIndex:r.index})}return i}var io=class{constructor(t,{onUpdate:e=vd,onError:i=vd}){this._loadOptions=null,this._texture=null,this._externalTexture=null,this._mapping={},this._samplerParameters=null,this._pendingCount=0,this._autoPacking=!1,this._xOffset=0,this._yOffset=0,this._rowHeight=0,this._buffer=Gw,this._canvasWidth=Ww,this._canvasHeight=0,this._canvas=null,this.device=t,this.onUpdate=e,this.onError=i}finalize(){this._texture?.delete()}getTexture(){return this._texture||this._externalTexture}getIconMapping(t){let e=this._autoPacking?no(t):t;return this._mapping[e]||Yw}setProps({loadOptions:t,autoPacking:e,iconAtlas:i,iconMapping:o,textureParameters:r}){t&&(this._loadOptions=t),e!==void 0&&(this._autoPacking=e),o&&(this._mapping=o),i&&(this._texture?.delete(),this._texture=null,this._externalTexture=i),r&&(this._samplerParameters=r)}get isLoaded(){return this._pendingCount===0}packIcons(t,e){if(!this._autoPacking||typeof document>"u")return;let i=Object.values(Xw(t,e,this._mapping)||{});if(i.length>0){let{mapping:o,xOffset:r,yOffset:s,rowHeight:a,canvasHeight:c}=qw({icons:i,buffer:this._buffer,canvasWidth:this._canvasWidth,mapping:this._mapping,rowHeight:this._rowHeight,xOffset:this._xOffset,yOffset:this._yOffset});this._rowHeight=a,this._mapping=o,this._xOffset=r,this._yOffset=s,this._canvasHeight=c,this._texture||(this._texture=this.device.createTexture({format:"rgba8unorm",data:null,width:this._canvasWidth,height:this._canvasHeight,sampler:this._samplerParameters||_d,mipLevels:this.device.getMipLevelCount(this._canvasWidth,this._canvasHeight)})),this._texture.height!==this._canvasHeight&&(this._texture=Zw(this._texture,this._canvasWidth,this._canvasHeight,this._samplerParameters||_d)),this.onUpdate(!0),this._canvas=this._canvas||document.createElement("canvas"),this._loadIcons(i)}}_loadIcons(t){let e=this._canvas.getContext("2d",{willReadFrequently:!0});for(let i of t)this._pendingCount++,_e(i.url,this._loadOptions).then(o=>{let r=no(i),s=this._mapping[r],{x:a,y:c,width:l,height:f}=s,{image:h,width:u,height:d}=Hw(e,o,l,f),p=a+(l-u)/2,g=c+(f-d)/2;this._texture?.copyExternalImage({image:h,x:p,y:g,width:u,height:d}),s.x=p,s.y=g,s.width=u,s.height=d,this._texture&&Pd(this._texture),this.onUpdate(u!==l||d!==f)}).catch(o=>{this.onError({url:i.url,source:i.source,sourceIndex:i.sourceIndex,loadOptions:this._loadOptions,error:o})}).finally(()=>{this._pendingCount--})}};var bd=[0,0,0,255],Kw={iconAtlas:{type:"image",value:null,async:!0},iconMapping:{type:"object",value:{},async:!0},sizeScale:{type:"number",value:1,min:0},billboard:!0,sizeUnits:"pixels",sizeBasis:"height",sizeMinPixels:{type:"number",min:0,value:0},sizeMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},alphaCutoff:{type:"number",value:.05,min:0,max:1},getPosition:{type:"accessor",value:n=>n.position},getIcon:{type:"accessor",value:n=>n.icon},getColor:{type:"accessor",value:bd},getSize:{type:"accessor",value:1},getAngle:{type:"accessor",value:0},getPixelOffset:{type:"accessor",value:[0,0]},onIconError:{type:"function",value:null,optional:!0},textureParameters:{type:"object",ignore:!0,value:null}},oo=class extends Dt{getShaders(){let t=!!this.props.data?.attributes?.rowIndexes;return super.getShaders({vs:md,fs:yd,source:xd(t),defines:t?{USE_ROW_INDEXES:!0}:{},modules:[qt,$t,Xt,gd]})}initializeState(){this.state={iconManager:new io(this.context.device,{onUpdate:this._onUpdate.bind(this),onError:this._onError.bind(this)})},this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceSizes:{size:1,transition:!0,bufferGroup:"icon-instance-data",accessor:"getSize",defaultValue:1},instanceIconDefs:{size:7,bufferGroup:"icon-instance-data",accessor:"getIcon",transform:this.getInstanceIconDef,shaderAttributes:{instanceOffsets:{size:2,elementOffset:0},instanceIconFrames:{size:4,elementOffset:2},instanceColorModes:{size:1,elementOffset:6}}},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",transition:!0,bufferGroup:"icon-instance-data",accessor:"getColor",defaultValue:bd},instanceAngles:{size:1,transition:!0,bufferGroup:"icon-instance-data",accessor:"getAngle"},instancePixelOffset:{size:2,transition:!0,bufferGroup:"icon-instance-data",accessor:"getPixelOffset"},...this.props.data?.attributes?.rowIndexes?{rowIndexes:{size:1,type:"uint32",noAlloc:!0}}:{}})}updateState(t){super.updateState(t);let{props:e,oldProps:i,changeFlags:o}=t,r=this.getAttributeManager(),{iconAtlas:s,iconMapping:a,data:c,getIcon:l,textureParameters:f}=e,{iconManager:h}=this.state;if(typeof s=="string")return;let u=s||this.internalState.isAsyncPropLoading("iconAtlas");h.setProps({loadOptions:e.loadOptions,autoPacking:!u,iconAtlas:s,iconMapping:u?a:null,textureParameters:f}),u?i.iconMapping!==e.iconMapping&&r.invalidate("getIcon"):(o.dataChanged||o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getIcon))&&h.packIcons(c,l),o.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),r.invalidateAll())}get isLoaded(){return super.isLoaded&&this.state.iconManager.isLoaded}finalizeState(t){super.finalizeState(t),this.state.iconManager.finalize()}draw({uniforms:t}){this._drawModel(this.state.model)}_drawModel(t){let{sizeScale:e,sizeBasis:i,sizeMinPixels:o,sizeMaxPixels:r,sizeUnits:s,billboard:a,alphaCutoff:c}=this.props,{iconManager:l}=this.state,f=l.getTexture();if(f){let h={iconsTexture:f,iconsTextureDim:[f.width,f.height],sizeUnits:pt[s],sizeScale:e,sizeBasis:i==="height"?1:0,sizeMinPixels:o,sizeMaxPixels:r,billboard:a,alphaCutoff:c};t.shaderInputs.setProps({icon:h}),t.draw(this.context.renderPass)}}_getModel(t=this.props.id){let e=[-1,-1,1,-1,-1,1,1,1];return new Bt(this.context.device,{...this.getShaders(),id:t,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new Qt({topology:"triangle-strip",attributes:{positions:{size:2,value:new Float32Array(e)}}}),isInstanced:!0})}_onUpdate(t){t?(this.getAttributeManager()?.invalidate("getIcon"),this.setNeedsUpdate()):this.setNeedsRedraw()}_onError(t){let e=this.getCurrentLayer()?.props.onIconError;e?e(t):I.error(t.error.message)()}getInstanceIconDef(t){let{x:e,y:i,width:o,height:r,mask:s,anchorX:a=o/2,anchorY:c=r/2}=this.state.iconManager.getIconMapping(t);return[o/2-a,r/2-c,e,i,o,r,s?1:0]}};oo.defaultProps=Kw;oo.layerName="IconLayer";var ro=oo;var Jw=`struct ClipUniforms {
  enabled: i32,
  mode: i32,
  bounds: vec4<f32>,
};

@group(2) @binding(auto) var<uniform> clipUniforms: ClipUniforms;

fn clip_isInBounds(coordinates: vec2<f32>) -> bool {
  return coordinates.x >= clipUniforms.bounds.x &&
    coordinates.y >= clipUniforms.bounds.y &&
    coordinates.x < clipUniforms.bounds.z &&
    coordinates.y < clipUniforms.bounds.w;
}

fn clip_filterPosition(position: ptr<function, vec4<f32>>, instanceCoordinates: vec2<f32>) {
  if (
    clipUniforms.enabled != 0 &&
    clipUniforms.mode == 1 &&
    !clip_isInBounds(instanceCoordinates)
  ) {
    *position = vec4<f32>(2.0, 2.0, 2.0, 1.0);
  }
}

fn clip_filterColor(geometryCoordinates: vec2<f32>) {
  if (
    clipUniforms.enabled != 0 &&
    clipUniforms.mode == 0 &&
    !clip_isInBounds(geometryCoordinates)
  ) {
    discard;
  }
}
`,Qw={name:"clip",source:Jw,props:{},uniforms:{},bindingLayout:[{name:"clip",group:2}],uniformTypes:{enabled:"i32",mode:"i32",bounds:"vec4<f32>"},defaultUniforms:{enabled:0,mode:0,bounds:[0,0,1,1]},getUniforms(n={}){let t={};return n.enabled!==void 0&&(t.enabled=n.enabled?1:0),n.mode!==void 0&&(t.mode=n.mode==="instance"?1:0),n.bounds!==void 0&&(t.bounds=n.bounds),t}},os=Qw;var rs={CLOCKWISE:1,COUNTER_CLOCKWISE:-1};function so(n,t,e={}){return Ed(n,e)!==t?(tP(n,e),!0):!1}function Ed(n,t={}){return Math.sign(ss(n,t))}var Hc={x:0,y:1,z:2};function ss(n,t={}){let{start:e=0,end:i=n.length,plane:o="xy"}=t,r=t.size||2,s=0,a=Hc[o[0]],c=Hc[o[1]];for(let l=e,f=i-r;l<i;l+=r)s+=(n[l+a]-n[f+a])*(n[l+c]+n[f+c]),f=l;return s/2}function tP(n,t){let{start:e=0,end:i=n.length,size:o=2}=t,r=(i-e)/o,s=Math.floor(r/2);for(let a=0;a<s;++a){let c=e+a*o,l=e+(r-1-a)*o;for(let f=0;f<o;++f){let h=n[c+f];n[c+f]=n[l+f],n[l+f]=h}}}function ht(n,t){let e=t.length,i=n.length;if(i>0){let o=!0;for(let r=0;r<e;r++)if(n[i-e+r]!==t[r]){o=!1;break}if(o)return!1}for(let o=0;o<e;o++)n[i+o]=t[o];return!0}function ao(n,t){let e=t.length;for(let i=0;i<e;i++)n[i]=t[i]}function Le(n,t,e,i,o=[]){let r=i+t*e;for(let s=0;s<e;s++)o[s]=n[r+s];return o}function as(n,t,e,i,o=[]){let r,s;if(e&8)r=(i[3]-n[1])/(t[1]-n[1]),s=3;else if(e&4)r=(i[1]-n[1])/(t[1]-n[1]),s=1;else if(e&2)r=(i[2]-n[0])/(t[0]-n[0]),s=2;else if(e&1)r=(i[0]-n[0])/(t[0]-n[0]),s=0;else return null;for(let a=0;a<n.length;a++)o[a]=(s&1)===a?i[s]:r*(t[a]-n[a])+n[a];return o}function co(n,t){let e=0;return n[0]<t[0]?e|=1:n[0]>t[2]&&(e|=2),n[1]<t[1]?e|=4:n[1]>t[3]&&(e|=8),e}function lo(n,t){let{size:e=2,broken:i=!1,gridResolution:o=10,gridOffset:r=[0,0],startIndex:s=0,endIndex:a=n.length}=t||{},c=(a-s)/e,l=[],f=[l],h=Le(n,0,e,s),u,d,p=Cd(h,o,r,[]),g=[];ht(l,h);for(let m=1;m<c;m++){for(u=Le(n,m,e,s,u),d=co(u,p);d;){as(h,u,d,p,g);let v=co(g,p);v&&(as(h,g,v,p,g),d=v),ht(l,g),ao(h,g),iP(p,o,d),i&&l.length>e&&(l=[],f.push(l),ht(l,h)),d=co(u,p)}ht(l,u),ao(h,u)}return i?f:f[0]}var Sd=0,nP=1;function fo(n,t=null,e){if(!n.length)return[];let{size:i=2,gridResolution:o=10,gridOffset:r=[0,0],edgeTypes:s=!1}=e||{},a=[],c=[{pos:n,types:s?new Array(n.length/i).fill(nP):null,holes:t||[]}],l=[[],[]],f=[];for(;c.length;){let{pos:h,types:u,holes:d}=c.shift();oP(h,i,d[0]||h.length,l),f=Cd(l[0],o,r,f);let p=co(l[1],f);if(p){let g=Md(h,u,i,0,d[0]||h.length,f,p),m={pos:g[0].pos,types:g[0].types,holes:[]},v={pos:g[1].pos,types:g[1].types,holes:[]};c.push(m,v);for(let _=0;_<d.length;_++)g=Md(h,u,i,d[_],d[_+1]||h.length,f,p),g[0]&&(m.holes.push(m.pos.length),m.pos=cs(m.pos,g[0].pos),s&&(m.types=cs(m.types,g[0].types))),g[1]&&(v.holes.push(v.pos.length),v.pos=cs(v.pos,g[1].pos),s&&(v.types=cs(v.types,g[1].types)))}else{let g={positions:h};s&&(g.edgeTypes=u),d.length&&(g.holeIndices=d),a.push(g)}}return a}function Md(n,t,e,i,o,r,s){let a=(o-i)/e,c=[],l=[],f=[],h=[],u=[],d,p,g,m=Le(n,a-1,e,i),v=Math.sign(s&8?m[1]-r[3]:m[0]-r[2]),_=t&&t[a-1],y=0,x=0;for(let w=0;w<a;w++)d=Le(n,w,e,i,d),p=Math.sign(s&8?d[1]-r[3]:d[0]-r[2]),g=t&&t[i/e+w],p&&v&&v!==p&&(as(m,d,s,r,u),ht(c,u)&&f.push(_),ht(l,u)&&h.push(_)),p<=0?(ht(c,d)&&f.push(g),y-=p):f.length&&(f[f.length-1]=Sd),p>=0?(ht(l,d)&&h.push(g),x+=p):h.length&&(h[h.length-1]=Sd),ao(m,d),v=p,_=g;return[y?{pos:c,types:t&&f}:null,x?{pos:l,types:t&&h}:null]}function Cd(n,t,e,i){let o=Math.floor((n[0]-e[0])/t)*t+e[0],r=Math.floor((n[1]-e[1])/t)*t+e[1];return i[0]=o,i[1]=r,i[2]=o+t,i[3]=r+t,i}function iP(n,t,e){e&8?(n[1]+=t,n[3]+=t):e&4?(n[1]-=t,n[3]-=t):e&2?(n[0]+=t,n[2]+=t):e&1&&(n[0]-=t,n[2]-=t)}function oP(n,t,e,i){let o=1/0,r=-1/0,s=1/0,a=-1/0;for(let c=0;c<e;c+=t){let l=n[c],f=n[c+1];o=l<o?l:o,r=l>r?l:r,s=f<s?f:s,a=f>a?f:a}return i[0][0]=o,i[0][1]=s,i[1][0]=r,i[1][1]=a,i}function cs(n,t){for(let e=0;e<t.length;e++)n.push(t[e]);return n}var rP=85.051129;function Zc(n,t){let{size:e=2,startIndex:i=0,endIndex:o=n.length,normalize:r=!0}=t||{},s=n.slice(i,o);Td(s,e,0,o-i);let a=lo(s,{size:e,broken:!0,gridResolution:360,gridOffset:[-180,-180]});if(r)for(let c of a)Ad(c,e);return a}function qc(n,t=null,e){let{size:i=2,normalize:o=!0,edgeTypes:r=!1}=e||{};t=t||[];let s=[],a=[],c=0,l=0;for(let h=0;h<=t.length;h++){let u=t[h]||n.length,d=l,p=sP(n,i,c,u);for(let g=p;g<u;g++)s[l++]=n[g];for(let g=c;g<p;g++)s[l++]=n[g];Td(s,i,d,l),aP(s,i,d,l,e?.maxLatitude),c=u,a[h]=l}a.pop();let f=fo(s,a,{size:i,gridResolution:360,gridOffset:[-180,-180],edgeTypes:r});if(o)for(let h of f)Ad(h.positions,i);return f}function sP(n,t,e,i){let o=-1,r=-1;for(let s=e+1;s<i;s+=t){let a=Math.abs(n[s]);a>o&&(o=a,r=s-1)}return r}function aP(n,t,e,i,o=rP){let r=n[e],s=n[i-t];if(Math.abs(r-s)>180){let a=Le(n,0,t,e);a[0]+=Math.round((s-r)/360)*360,ht(n,a),a[1]=Math.sign(a[1])*o,ht(n,a),a[0]=r,ht(n,a)}}function Td(n,t,e,i){let o=n[0],r;for(let s=e;s<i;s+=t){r=n[s];let a=r-o;(a>180||a<-180)&&(r-=Math.round(a/360)*360),n[s]=o=r}}function Ad(n,t){let e,i=n.length/t;for(let r=0;r<i&&(e=n[r*t],(e+180)%360===0);r++);let o=-Math.round(e/360)*360;if(o!==0)for(let r=0;r<i;r++)n[r*t]+=o}function Ld(n,t,e,i){let o;if(Array.isArray(n[0])){let r=n.length*t;o=new Array(r);for(let s=0;s<n.length;s++)for(let a=0;a<t;a++)o[s*t+a]=n[s][a]||0}else o=n;return e?lo(o,{size:t,gridResolution:e}):i?Zc(o,{size:t}):o}var lP=1,fP=2,ho=4,uo=class extends Ae{constructor(t){super({...t,attributes:{positions:{size:3,padding:18,initialize:!0,type:t.fp64?Float64Array:Float32Array},segmentTypes:{size:1,type:t.isWebGPU?Float32Array:Uint8ClampedArray}}})}get(t){return this.attributes[t]}getPathSegmentIndices(t){let e=this.attributes.segmentTypes,i=this.vertexStarts[t],o=Math.min(this.vertexStarts[t+1]??this.instanceCount,this.instanceCount),r=[];for(let s=i;s<o-1;s++)(e[s]&ho)===0&&r.push(s);return r.length&&(e[i]&ho)!==0&&r.unshift(r.pop()),r}getGeometryFromBuffer(t){return this.normalize||this.opts.isWebGPU?super.getGeometryFromBuffer(t):null}normalizeGeometry(t){return this.normalize?Ld(t,this.positionSize,this.opts.resolution,this.opts.wrapLongitude):t}getGeometrySize(t){if(Id(t)){let i=0;for(let o of t)i+=this.getGeometrySize(o);return i}let e=this.getPathLength(t);return e<2?0:this.isClosed(t)?e<3?0:e+2:e}updateGeometryAttributes(t,e){if(e.geometrySize!==0)if(t&&Id(t))for(let i of t){let o=this.getGeometrySize(i);e.geometrySize=o,this.updateGeometryAttributes(i,e),e.vertexStart+=o}else this._updateSegmentTypes(t,e),this._updatePositions(t,e)}_updateSegmentTypes(t,e){let i=this.attributes.segmentTypes,o=t?this.isClosed(t):!1,{vertexStart:r,geometrySize:s}=e;i.fill(0,r,r+s),o?(i[r]=ho,i[r+s-2]=ho):(i[r]+=lP,i[r+s-2]+=fP),i[r+s-1]=ho}_updatePositions(t,e){let{positions:i}=this.attributes;if(!i||!t)return;let{vertexStart:o,geometrySize:r}=e,s=new Array(3);for(let a=o,c=0;c<r;a++,c++)this.getPointOnPath(t,c,s),i[a*3]=s[0],i[a*3+1]=s[1],i[a*3+2]=s[2]}getPathLength(t){return t.length/this.positionSize}getPointOnPath(t,e,i=[]){let{positionSize:o}=this;e*o>=t.length&&(e+=1-t.length/o);let r=e*o;return i[0]=t[r],i[1]=t[r+1],i[2]=o===3&&t[r+2]||0,i}isClosed(t){if(!this.normalize)return!!this.opts.loop;let{positionSize:e}=this,i=t.length-e;return t[0]===t[i]&&t[1]===t[i+1]&&(e===2||t[2]===t[i+2])}};function Id(n){return Array.isArray(n[0])}var hP=`struct PathUniforms {
  widthScale: f32,
  widthMinPixels: f32,
  widthMaxPixels: f32,
  jointType: f32,
  capType: f32,
  miterLimit: f32,
  billboard: f32,
  widthUnits: i32,
};

@group(0) @binding(auto)
var<uniform> path: PathUniforms;
`,Od=`layout(std140) uniform pathUniforms {
  float widthScale;
  float widthMinPixels;
  float widthMaxPixels;
  float jointType;
  float capType;
  float miterLimit;
  bool billboard;
  highp int widthUnits;
} path;
`,kd={name:"path",source:hP,vs:Od,fs:Od,uniformTypes:{widthScale:"f32",widthMinPixels:"f32",widthMaxPixels:"f32",jointType:"f32",capType:"f32",miterLimit:"f32",billboard:"f32",widthUnits:"i32"}};var Rd=`const EPSILON: f32 = 0.001;
const ZERO_OFFSET: vec3<f32> = vec3<f32>(0.0, 0.0, 0.0);

struct JoinResult {
  offset: vec3<f32>,
  cornerOffset: vec2<f32>,
  miterLength: f32,
  pathPosition: vec2<f32>,
  pathLength: f32,
  jointType: f32,
};

struct Attributes {
  @location(0) positions: vec2<f32>,
  @location(1) instanceTypes: f32,
  @location(2) instanceLeftPositions: vec3<f32>,
  @location(3) instanceStartPositions: vec3<f32>,
  @location(4) instanceEndPositions: vec3<f32>,
  @location(5) instanceRightPositions: vec3<f32>,
  @location(6) instanceLeftPositions64Low: vec3<f32>,
  @location(7) instanceStartPositions64Low: vec3<f32>,
  @location(8) instanceEndPositions64Low: vec3<f32>,
  @location(9) instanceRightPositions64Low: vec3<f32>,
  @location(10) instanceStrokeWidths: f32,
  @location(11) instanceColors: vec4<f32>,
  @location(12) rowIndexes: u32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) vCornerOffset: vec2<f32>,
  @location(2) vMiterLength: f32,
  @location(3) vPathPosition: vec2<f32>,
  @location(4) vPathLength: f32,
  @location(5) vJointType: f32,
  // Location 6 is reserved for TripsLayer's injected vTime varying.
  @location(7) clipCoordinates: vec2<f32>,
#ifdef DASH_ENABLED
  @location(8) vPathBounds: vec2<f32>,
#endif
};

fn flipIfTrue(flag: bool) -> f32 {
  return select(1.0, -1.0, flag);
}

fn clipLine(position: vec4<f32>, refPosition: vec4<f32>) -> vec4<f32> {
  if (position.w < EPSILON) {
    let r = (EPSILON - refPosition.w) / (position.w - refPosition.w);
    return refPosition + (position - refPosition) * r;
  }
  return position;
}

#ifdef DASH_ENABLED
// Return the visible interval of the original segment before clipLine moves either endpoint.
fn getClippedPathRange(startW: f32, endW: f32) -> vec2<f32> {
  let startClipped = startW < EPSILON;
  let endClipped = endW < EPSILON;
  if (startClipped && endClipped) {
    return vec2<f32>(0.0, 0.0);
  }
  if (startClipped || endClipped) {
    let intersection = clamp((EPSILON - startW) / (endW - startW), 0.0, 1.0);
    if (startClipped) {
      return vec2<f32>(intersection, 1.0);
    }
    return vec2<f32>(0.0, intersection);
  }
  return vec2<f32>(0.0, 1.0);
}
#endif

fn getLineJoinOffset(
  prevPoint: vec3<f32>,
  currPoint: vec3<f32>,
  nextPoint: vec3<f32>,
  width: vec2<f32>,
#ifdef DASH_ENABLED
  sourcePathLength: f32,
  sourcePathRange: vec2<f32>,
#endif
#ifdef ANTIALIASING
  coverageScale: f32,
#endif
  positions: vec2<f32>,
  instanceTypes: f32
) -> JoinResult {
  let isEnd = positions.x > 0.0;
  let sideOfPath = positions.y;
  let isJoint = select(0.0, 1.0, sideOfPath == 0.0);

  var deltaA3 = currPoint - prevPoint;
  var deltaB3 = nextPoint - currPoint;

  let rotationResult = project_needs_rotation(currPoint);
  if (path.billboard == 0.0 && rotationResult.needsRotation) {
    deltaA3 = rotationResult.transform * deltaA3;
    deltaB3 = rotationResult.transform * deltaB3;
  }

  let deltaA = deltaA3.xy / width;
  let deltaB = deltaB3.xy / width;

  let lenA = length(deltaA);
  let lenB = length(deltaB);

  let dirA = select(vec2<f32>(0.0, 0.0), normalize(deltaA), lenA > 0.0);
  let dirB = select(vec2<f32>(0.0, 0.0), normalize(deltaB), lenB > 0.0);

  let perpA = vec2<f32>(-dirA.y, dirA.x);
  let perpB = vec2<f32>(-dirB.y, dirB.x);

  var tangent = dirA + dirB;
  tangent = select(perpA, normalize(tangent), length(tangent) > 0.0);
  let miterVec = vec2<f32>(-tangent.y, tangent.x);
  let dir = select(dirB, dirA, isEnd);
  let perp = select(perpB, perpA, isEnd);
#ifdef DASH_ENABLED
  let segmentLength2D = select(lenB, lenA, isEnd);

  // Extrusion happens in the XY plane, so segmentLength2D is a 2D length and pathPosition.y
  // below measures 2D distance along the segment. For a path that also moves in Z the true
  // arc length is longer by this ratio. Scaling pathLength and pathPosition.y by it makes
  // the coordinate measure real 3D distance while leaving the joint tests unchanged, since
  // they compare the two against each other and both are scaled alike. Billboard mode
  // extrudes in clip space, where the perspective divide has already reduced the segment to
  // its screen projection, so its complete common-space length is supplied by the caller.
  // Mirrors path-layer-vertex.glsl.ts.
  let currDelta3 = select(deltaB3, deltaA3, isEnd);
  let currLength2D = length(currDelta3.xy);
  // Do not clamp a valid denominator to EPSILON: high-zoom Web Mercator deltas are often
  // smaller than that in common space, and changing their scale corrupts even flat paths.
  let safeLength2D = select(1.0, currLength2D, currLength2D > 0.0);
  var arcLengthRatio = 1.0;
  var pathPositionOffset = 0.0;
  var pathLength = segmentLength2D;
  if (path.billboard != 0.0) {
    // clipLine may shorten the visible screen-space segment. Preserve the corresponding interval
    // of the complete common-space arclength instead of compressing the full dash period into the
    // visible span. Keep pathLength complete so justification is stable as the camera clips it.
    let visiblePathLength = sourcePathLength * (sourcePathRange.y - sourcePathRange.x);
    arcLengthRatio = 0.0;
    if (segmentLength2D > 0.0) {
      arcLengthRatio = visiblePathLength / segmentLength2D;
    }
    pathPositionOffset = sourcePathLength * sourcePathRange.x;
    pathLength = sourcePathLength;
  } else if (currLength2D > 0.0) {
    arcLengthRatio = length(currDelta3) / safeLength2D;
    pathLength = segmentLength2D * arcLengthRatio;
  }
#else
  let pathLength = select(lenB, lenA, isEnd);
#endif

  let sinHalfA = abs(dot(miterVec, perp));
  let cosHalfA = abs(dot(dirA, miterVec));
  let turnDirection = flipIfTrue(dirA.x * dirB.y >= dirA.y * dirB.x);
  let cornerPosition = sideOfPath * turnDirection;

  var miterSize = 1.0 / max(sinHalfA, EPSILON);
  miterSize = mix(
    min(miterSize, max(lenA, lenB) / max(cosHalfA, EPSILON)),
    miterSize,
    step(0.0, cornerPosition)
  );

  var offsetVec =
    mix(miterVec * miterSize, perp, step(0.5, cornerPosition)) *
    (sideOfPath + isJoint * turnDirection);

  let isStartCap = lenA == 0.0 || (!isEnd && (instanceTypes == 1.0 || instanceTypes == 3.0));
  let isEndCap = lenB == 0.0 || (isEnd && (instanceTypes == 2.0 || instanceTypes == 3.0));
  let isCap = isStartCap || isEndCap;

  var jointType = path.jointType;
  if (isCap) {
    offsetVec = mix(
      perp * sideOfPath,
      dir * path.capType * 4.0 * flipIfTrue(isStartCap),
      isJoint
    );
    jointType = path.capType;
  }

#ifdef ANTIALIASING
  let coverageOffsetVec = offsetVec * coverageScale;
  var miterLength = dot(coverageOffsetVec, miterVec * turnDirection);
#else
  var miterLength = dot(offsetVec, miterVec * turnDirection);
#endif
  miterLength = select(miterLength, isJoint, isCap);

#ifdef ANTIALIASING
  let offsetFromStartOfPath = coverageOffsetVec + deltaA * select(0.0, 1.0, isEnd);
#else
  let offsetFromStartOfPath = offsetVec + deltaA * select(0.0, 1.0, isEnd);
#endif
  let pathPosition = vec2<f32>(
    dot(offsetFromStartOfPath, perp),
#ifdef DASH_ENABLED
    pathPositionOffset + dot(offsetFromStartOfPath, dir) * arcLengthRatio
#else
    dot(offsetFromStartOfPath, dir)
#endif
  );
  let isValid = step(f32(instanceTypes), 3.5);
#ifdef ANTIALIASING
  var offset = vec3<f32>(coverageOffsetVec * width * isValid, 0.0);
#else
  var offset = vec3<f32>(offsetVec * width * isValid, 0.0);
#endif

  if (path.billboard == 0.0 && rotationResult.needsRotation) {
    offset = rotationResult.transform * offset;
  }

#ifdef ANTIALIASING
  return JoinResult(
    offset, coverageOffsetVec, miterLength, pathPosition, pathLength, jointType
  );
#else
  return JoinResult(offset, offsetVec, miterLength, pathPosition, pathLength, jointType);
#endif
}

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var varyings: Varyings;

  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);

  let isEnd = attributes.positions.x;

  let prevPosition = mix(attributes.instanceLeftPositions, attributes.instanceStartPositions, isEnd);
  let prevPosition64Low = mix(
    attributes.instanceLeftPositions64Low,
    attributes.instanceStartPositions64Low,
    isEnd
  );
  let currPosition = mix(attributes.instanceStartPositions, attributes.instanceEndPositions, isEnd);
  let currPosition64Low = mix(
    attributes.instanceStartPositions64Low,
    attributes.instanceEndPositions64Low,
    isEnd
  );
  let nextPosition = mix(attributes.instanceEndPositions, attributes.instanceRightPositions, isEnd);
  let nextPosition64Low = mix(
    attributes.instanceEndPositions64Low,
    attributes.instanceRightPositions64Low,
    isEnd
  );

  geometry.worldPosition = currPosition;

  let widthPixels =
    clamp(
      project_unit_size_to_pixel(attributes.instanceStrokeWidths * path.widthScale, path.widthUnits),
      path.widthMinPixels,
      path.widthMaxPixels
    ) / 2.0;

  if (path.billboard != 0.0) {
#ifdef DASH_ENABLED
    let prevProjection = project_position_to_clipspace_and_commonspace(
      prevPosition, prevPosition64Low, ZERO_OFFSET
    );
    let nextProjection = project_position_to_clipspace_and_commonspace(
      nextPosition, nextPosition64Low, ZERO_OFFSET
    );
    let prevPositionCommon = prevProjection.commonPosition.xyz;
    let nextPositionCommon = nextProjection.commonPosition.xyz;
    var prevPositionScreen = prevProjection.clipPosition;
    var nextPositionScreen = nextProjection.clipPosition;
#else
    var prevPositionScreen = project_position_to_clipspace(
      prevPosition, prevPosition64Low, ZERO_OFFSET
    );
    var nextPositionScreen = project_position_to_clipspace(
      nextPosition, nextPosition64Low, ZERO_OFFSET
    );
#endif
    let currProjection = project_position_to_clipspace_and_commonspace(
      currPosition, currPosition64Low, ZERO_OFFSET
    );
    geometry.position = currProjection.commonPosition;
    var currPositionScreen = currProjection.clipPosition;
#ifdef DASH_ENABLED
    let currPositionCommon = currProjection.commonPosition.xyz;
    let sourcePathStartScreen = mix(currPositionScreen, prevPositionScreen, isEnd);
    let sourcePathEndScreen = mix(nextPositionScreen, currPositionScreen, isEnd);
    let billboardPathRange = getClippedPathRange(
      sourcePathStartScreen.w, sourcePathEndScreen.w
    );
#endif

    prevPositionScreen = clipLine(prevPositionScreen, currPositionScreen);
    nextPositionScreen = clipLine(nextPositionScreen, currPositionScreen);
    currPositionScreen = clipLine(currPositionScreen, mix(nextPositionScreen, prevPositionScreen, isEnd));

#ifdef ANTIALIASING
    let coverageScale = select(
      1.0,
      (widthPixels + 0.5 / project.devicePixelRatio) / max(widthPixels, 1e-6),
      widthPixels > 0.0
    );
#endif
#ifdef DASH_ENABLED
    let currentDeltaCommon = select(
      nextPositionCommon - currPositionCommon,
      currPositionCommon - prevPositionCommon,
      isEnd > 0.0
    );
    let billboardPathLength = select(
      0.0,
      length(currentDeltaCommon) * project.scale / (widthPixels * project.focalDistance),
      widthPixels > 0.0
    );
#endif
    let join = getLineJoinOffset(
      prevPositionScreen.xyz / prevPositionScreen.w,
      currPositionScreen.xyz / currPositionScreen.w,
      nextPositionScreen.xyz / nextPositionScreen.w,
      project_pixel_size_to_clipspace(vec2<f32>(widthPixels, widthPixels)),
#ifdef DASH_ENABLED
      billboardPathLength,
      billboardPathRange,
#endif
#ifdef ANTIALIASING
      coverageScale,
#endif
      attributes.positions,
      attributes.instanceTypes
    );
#ifdef DASH_ENABLED
    // Phase and justification use the complete source segment, while cap and joint coverage
    // must still recognize the endpoints moved by clipLine.
    varyings.vPathBounds = billboardPathLength * billboardPathRange;
#endif

    geometry.uv = join.pathPosition;
    varyings.position = vec4<f32>(
      currPositionScreen.xyz + join.offset * currPositionScreen.w,
      currPositionScreen.w
    );
    varyings.vCornerOffset = join.cornerOffset;
    varyings.vMiterLength = join.miterLength;
    varyings.vPathPosition = join.pathPosition;
    varyings.vPathLength = join.pathLength;
    varyings.vJointType = join.jointType;
  } else {
    let prevPositionCommon = project_position_vec3_f64(prevPosition, prevPosition64Low);
    let currPositionCommon = project_position_vec3_f64(currPosition, currPosition64Low);
    let nextPositionCommon = project_position_vec3_f64(nextPosition, nextPosition64Low);

    let width = vec2<f32>(
      project_pixel_size_float(widthPixels),
      project_pixel_size_float(widthPixels)
    );
#ifdef ANTIALIASING
    let coverageScale = select(
      1.0,
      (widthPixels + 0.5 / project.devicePixelRatio) / max(widthPixels, 1e-6),
      widthPixels > 0.0
    );
#endif
    let join = getLineJoinOffset(
      prevPositionCommon,
      currPositionCommon,
      nextPositionCommon,
      width,
#ifdef DASH_ENABLED
      1.0,
      vec2<f32>(0.0, 1.0),
#endif
#ifdef ANTIALIASING
      coverageScale,
#endif
      attributes.positions,
      attributes.instanceTypes
    );
#ifdef DASH_ENABLED
    varyings.vPathBounds = vec2<f32>(0.0, join.pathLength);
#endif

    geometry.position = vec4<f32>(currPositionCommon + join.offset, 1.0);
    geometry.uv = join.pathPosition;
    varyings.position = project_common_position_to_clipspace(geometry.position);
    varyings.vCornerOffset = join.cornerOffset;
    varyings.vMiterLength = join.miterLength;
    varyings.vPathPosition = join.pathPosition;
    varyings.vPathLength = join.pathLength;
    varyings.vJointType = join.jointType;
  }

  varyings.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&varyings.position, geometry.worldPosition.xy);

  varyings.vColor = vec4<f32>(
    attributes.instanceColors.rgb,
    attributes.instanceColors.a * layer.opacity
  );
  return varyings;
}

@fragment
fn fragmentMain(varyings: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = varyings.vPathPosition;

#ifdef ANTIALIASING
  // Coordinates of the outer silhouette, in units of half-width: rounded joints and caps are
  // bounded by the corner offset, everywhere else by the edge of the stroke. Dividing by the
  // screen-space derivative converts the distance to the boundary into device pixels, which stays
  // correct under perspective foreshortening and under extensions that rescale the stroke.
#ifdef DASH_ENABLED
  let isCorner =
    varyings.vPathPosition.y < varyings.vPathBounds.x ||
    varyings.vPathPosition.y > varyings.vPathBounds.y;
#else
  let isCorner = varyings.vPathPosition.y < 0.0 || varyings.vPathPosition.y > varyings.vPathLength;
#endif
  let isRound = varyings.vJointType > 0.5;

  // Distance to the silhouette in device pixels, from the derivative of the coordinate that
  // bounds it. Computed before the discards below: derivatives need uniform control flow and are
  // undefined after a discard in the quad. See dev-docs/RFCs/v9.4/analytic-antialiasing-rfc.md
  let bodyCoord = abs(varyings.vPathPosition.x);
  let cornerCoord = length(varyings.vCornerOffset);
  // Both evaluated so each derivative stays on one field across the corner/body boundary
  let bodyPixels = (1.0 - bodyCoord) / max(fwidth(bodyCoord), 1e-6);
  let cornerPixels = (1.0 - cornerCoord) / max(fwidth(cornerCoord), 1e-6);
#ifdef PATH_STYLE_OFFSET
  // Rounded corners still intersect the stroke-width envelope. Extensions may remap
  // vPathPosition.x independently of vCornerOffset, as PathStyleExtension does for offsets.
  let edgePixels = select(bodyPixels, min(cornerPixels, bodyPixels), isRound && isCorner);
#else
  let edgePixels = select(bodyPixels, cornerPixels, isRound && isCorner);
#endif

  // Fragments outside the coverage ramp must not write depth or picking colors.
  if (edgePixels <= -SMOOTH_EDGE_RADIUS) {
    discard;
  }

  if (isCorner) {
    if (!isRound && varyings.vMiterLength > path.miterLimit + 1.0) {
      discard;
    }
  }

  var color = varyings.vColor;

  // Feather one device pixel across the width only, before premultiplication. edgePixels is a
  // signed device-pixel distance and SMOOTH_EDGE_RADIUS is 0.5, so this ramps across one pixel.
  color.a *= smoothedge(0.0, edgePixels);
#else
#ifdef DASH_ENABLED
  if (
    varyings.vPathPosition.y < varyings.vPathBounds.x ||
    varyings.vPathPosition.y > varyings.vPathBounds.y
  ) {
#else
  if (
    varyings.vPathPosition.y < 0.0 ||
    varyings.vPathPosition.y > varyings.vPathLength
  ) {
#endif
    if (varyings.vJointType > 0.5 && length(varyings.vCornerOffset) > 1.0) {
      discard;
    }
    if (
      varyings.vJointType < 0.5 &&
      varyings.vMiterLength > path.miterLimit + 1.0
    ) {
      discard;
    }
  }
#endif

  // Fragment-layer injections that discard pixels must run after analytic coverage derivatives.
  // See TripsLayer, which rejects fragments outside of the active time window at this anchor.
  // DECKGL_FILTER_COLOR
  clip_filterColor(varyings.clipCoordinates);
#ifdef ANTIALIASING
  return deckgl_premultiplied_alpha(color);
#else
  return deckgl_premultiplied_alpha(varyings.vColor);
#endif
}
`;var zd=`#version 300 es
#define SHADER_NAME path-layer-vertex-shader
in vec2 positions;
in float instanceTypes;
in vec3 instanceStartPositions;
in vec3 instanceEndPositions;
in vec3 instanceLeftPositions;
in vec3 instanceRightPositions;
in vec3 instanceLeftPositions64Low;
in vec3 instanceStartPositions64Low;
in vec3 instanceEndPositions64Low;
in vec3 instanceRightPositions64Low;
in float instanceStrokeWidths;
in vec4 instanceColors;
in float rowIndexes;
uniform float opacity;
out vec4 vColor;
out vec2 vCornerOffset;
out float vMiterLength;
out vec2 vPathPosition;
out float vPathLength;
out float vJointType;
#ifdef DASH_ENABLED
out vec2 vPathBounds;
#endif
const float EPSILON = 0.001;
const vec3 ZERO_OFFSET = vec3(0.0);
float flipIfTrue(bool flag) {
return -(float(flag) * 2. - 1.);
}
vec3 getLineJoinOffset(
vec3 prevPoint, vec3 currPoint, vec3 nextPoint,
vec2 width
#ifdef DASH_ENABLED
, float sourcePathLength, vec2 sourcePathRange
#endif
#ifdef ANTIALIASING
, float coverageScale
#endif
) {
bool isEnd = positions.x > 0.0;
float sideOfPath = positions.y;
float isJoint = float(sideOfPath == 0.0);
vec3 deltaA3 = (currPoint - prevPoint);
vec3 deltaB3 = (nextPoint - currPoint);
mat3 rotationMatrix;
bool needsRotation = !path.billboard && project_needs_rotation(currPoint, rotationMatrix);
if (needsRotation) {
deltaA3 = deltaA3 * rotationMatrix;
deltaB3 = deltaB3 * rotationMatrix;
}
vec2 deltaA = deltaA3.xy / width;
vec2 deltaB = deltaB3.xy / width;
float lenA = length(deltaA);
float lenB = length(deltaB);
vec2 dirA = lenA > 0. ? normalize(deltaA) : vec2(0.0, 0.0);
vec2 dirB = lenB > 0. ? normalize(deltaB) : vec2(0.0, 0.0);
vec2 perpA = vec2(-dirA.y, dirA.x);
vec2 perpB = vec2(-dirB.y, dirB.x);
vec2 tangent = dirA + dirB;
tangent = length(tangent) > 0. ? normalize(tangent) : perpA;
vec2 miterVec = vec2(-tangent.y, tangent.x);
vec2 dir = isEnd ? dirA : dirB;
vec2 perp = isEnd ? perpA : perpB;
float L = isEnd ? lenA : lenB;
#ifdef DASH_ENABLED
vec3 currDelta3 = isEnd ? deltaA3 : deltaB3;
float currLength2D = length(currDelta3.xy);
float arcLengthRatio = 1.0;
float pathPositionOffset = 0.0;
float pathLength = L;
if (path.billboard) {
float visiblePathLength = sourcePathLength * (sourcePathRange.y - sourcePathRange.x);
arcLengthRatio = L > 0.0 ? visiblePathLength / L : 0.0;
pathPositionOffset = sourcePathLength * sourcePathRange.x;
pathLength = sourcePathLength;
} else if (currLength2D > 0.0) {
arcLengthRatio = length(currDelta3) / currLength2D;
pathLength = L * arcLengthRatio;
}
#endif
float sinHalfA = abs(dot(miterVec, perp));
float cosHalfA = abs(dot(dirA, miterVec));
float turnDirection = flipIfTrue(dirA.x * dirB.y >= dirA.y * dirB.x);
float cornerPosition = sideOfPath * turnDirection;
float miterSize = 1.0 / max(sinHalfA, EPSILON);
miterSize = mix(
min(miterSize, max(lenA, lenB) / max(cosHalfA, EPSILON)),
miterSize,
step(0.0, cornerPosition)
);
vec2 offsetVec = mix(miterVec * miterSize, perp, step(0.5, cornerPosition))
* (sideOfPath + isJoint * turnDirection);
bool isStartCap = lenA == 0.0 || (!isEnd && (instanceTypes == 1.0 || instanceTypes == 3.0));
bool isEndCap = lenB == 0.0 || (isEnd && (instanceTypes == 2.0 || instanceTypes == 3.0));
bool isCap = isStartCap || isEndCap;
if (isCap) {
offsetVec = mix(perp * sideOfPath, dir * path.capType * 4.0 * flipIfTrue(isStartCap), isJoint);
vJointType = path.capType;
} else {
vJointType = path.jointType;
}
#ifdef ANTIALIASING
vec2 coverageOffsetVec = offsetVec * coverageScale;
#ifdef DASH_ENABLED
vPathLength = pathLength;
#else
vPathLength = L;
#endif
vCornerOffset = coverageOffsetVec;
vMiterLength = dot(vCornerOffset, miterVec * turnDirection);
vMiterLength = isCap ? isJoint : vMiterLength;
vec2 offsetFromStartOfPath = coverageOffsetVec + deltaA * float(isEnd);
vPathPosition = vec2(
dot(offsetFromStartOfPath, perp),
#ifdef DASH_ENABLED
pathPositionOffset + dot(offsetFromStartOfPath, dir) * arcLengthRatio
#else
dot(offsetFromStartOfPath, dir)
#endif
);
geometry.uv = vPathPosition;
float isValid = step(instanceTypes, 3.5);
vec3 offset = vec3(coverageOffsetVec * width * isValid, 0.0);
#else
#ifdef DASH_ENABLED
vPathLength = pathLength;
#else
vPathLength = L;
#endif
vCornerOffset = offsetVec;
vMiterLength = dot(vCornerOffset, miterVec * turnDirection);
vMiterLength = isCap ? isJoint : vMiterLength;
vec2 offsetFromStartOfPath = vCornerOffset + deltaA * float(isEnd);
vPathPosition = vec2(
dot(offsetFromStartOfPath, perp),
#ifdef DASH_ENABLED
pathPositionOffset + dot(offsetFromStartOfPath, dir) * arcLengthRatio
#else
dot(offsetFromStartOfPath, dir)
#endif
);
geometry.uv = vPathPosition;
float isValid = step(instanceTypes, 3.5);
vec3 offset = vec3(offsetVec * width * isValid, 0.0);
#endif
if (needsRotation) {
offset = rotationMatrix * offset;
}
return offset;
}
void clipLine(inout vec4 position, vec4 refPosition) {
if (position.w < EPSILON) {
float r = (EPSILON - refPosition.w) / (position.w - refPosition.w);
position = refPosition + (position - refPosition) * r;
}
}
#ifdef DASH_ENABLED
vec2 getClippedPathRange(float startW, float endW) {
bool startClipped = startW < EPSILON;
bool endClipped = endW < EPSILON;
if (startClipped && endClipped) {
return vec2(0.0);
}
if (startClipped || endClipped) {
float intersection = clamp((EPSILON - startW) / (endW - startW), 0.0, 1.0);
return startClipped ? vec2(intersection, 1.0) : vec2(0.0, intersection);
}
return vec2(0.0, 1.0);
}
#endif
void main() {
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
vColor = vec4(instanceColors.rgb, instanceColors.a * layer.opacity);
float isEnd = positions.x;
vec3 prevPosition = mix(instanceLeftPositions, instanceStartPositions, isEnd);
vec3 prevPosition64Low = mix(instanceLeftPositions64Low, instanceStartPositions64Low, isEnd);
vec3 currPosition = mix(instanceStartPositions, instanceEndPositions, isEnd);
vec3 currPosition64Low = mix(instanceStartPositions64Low, instanceEndPositions64Low, isEnd);
vec3 nextPosition = mix(instanceEndPositions, instanceRightPositions, isEnd);
vec3 nextPosition64Low = mix(instanceEndPositions64Low, instanceRightPositions64Low, isEnd);
geometry.worldPosition = currPosition;
vec2 widthPixels = vec2(clamp(
project_size_to_pixel(instanceStrokeWidths * path.widthScale, path.widthUnits),
path.widthMinPixels, path.widthMaxPixels) / 2.0);
vec3 width;
if (path.billboard) {
#ifdef DASH_ENABLED
vec4 prevPositionCommon;
vec4 nextPositionCommon;
vec4 prevPositionScreen = project_position_to_clipspace(
prevPosition, prevPosition64Low, ZERO_OFFSET, prevPositionCommon
);
#else
vec4 prevPositionScreen = project_position_to_clipspace(
prevPosition, prevPosition64Low, ZERO_OFFSET
);
#endif
vec4 currPositionScreen = project_position_to_clipspace(currPosition, currPosition64Low, ZERO_OFFSET, geometry.position);
#ifdef DASH_ENABLED
vec4 nextPositionScreen = project_position_to_clipspace(
nextPosition, nextPosition64Low, ZERO_OFFSET, nextPositionCommon
);
#else
vec4 nextPositionScreen = project_position_to_clipspace(
nextPosition, nextPosition64Low, ZERO_OFFSET
);
#endif
#ifdef DASH_ENABLED
vec4 sourcePathStartScreen = mix(currPositionScreen, prevPositionScreen, isEnd);
vec4 sourcePathEndScreen = mix(nextPositionScreen, currPositionScreen, isEnd);
vec2 billboardPathRange = getClippedPathRange(
sourcePathStartScreen.w, sourcePathEndScreen.w
);
#endif
clipLine(prevPositionScreen, currPositionScreen);
clipLine(nextPositionScreen, currPositionScreen);
clipLine(currPositionScreen, mix(nextPositionScreen, prevPositionScreen, isEnd));
width = vec3(widthPixels, 0.0);
DECKGL_FILTER_SIZE(width, geometry);
#ifdef ANTIALIASING
vec2 coveragePadding = vec2(0.5 / project.devicePixelRatio);
float coverageScale = length(width.xy) > 0.0
? length(width.xy + coveragePadding) / length(width.xy)
: 1.0;
#endif
#ifdef DASH_ENABLED
vec3 currentDeltaCommon = isEnd > 0.0
? geometry.position.xyz - prevPositionCommon.xyz
: nextPositionCommon.xyz - geometry.position.xyz;
float billboardPathLength = width.x > 0.0
? length(currentDeltaCommon) * project.scale / (width.x * project.focalDistance)
: 0.0;
#endif
vec3 offset = getLineJoinOffset(
prevPositionScreen.xyz / prevPositionScreen.w,
currPositionScreen.xyz / currPositionScreen.w,
nextPositionScreen.xyz / nextPositionScreen.w,
project_pixel_size_to_clipspace(width.xy)
#ifdef DASH_ENABLED
,
billboardPathLength, billboardPathRange
#endif
#ifdef ANTIALIASING
,
coverageScale
#endif
);
#ifdef DASH_ENABLED
vPathBounds = billboardPathLength * billboardPathRange;
#endif
DECKGL_FILTER_GL_POSITION(currPositionScreen, geometry);
gl_Position = vec4(currPositionScreen.xyz + offset * currPositionScreen.w, currPositionScreen.w);
} else {
prevPosition = project_position(prevPosition, prevPosition64Low);
currPosition = project_position(currPosition, currPosition64Low);
nextPosition = project_position(nextPosition, nextPosition64Low);
width = vec3(project_pixel_size(widthPixels), 0.0);
DECKGL_FILTER_SIZE(width, geometry);
#ifdef ANTIALIASING
vec2 coveragePadding = project_pixel_size(vec2(0.5 / project.devicePixelRatio));
float coverageScale = length(width.xy) > 0.0
? length(width.xy + coveragePadding) / length(width.xy)
: 1.0;
#endif
vec3 offset = getLineJoinOffset(
prevPosition, currPosition, nextPosition, width.xy
#ifdef DASH_ENABLED
, 1.0, vec2(0.0, 1.0)
#endif
#ifdef ANTIALIASING
, coverageScale
#endif
);
#ifdef DASH_ENABLED
vPathBounds = vec2(0.0, vPathLength);
#endif
geometry.position = vec4(currPosition + offset, 1.0);
gl_Position = project_common_position_to_clipspace(geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
DECKGL_FILTER_COLOR(vColor, geometry);
}
`;var Dd=`#version 300 es
#define SHADER_NAME path-layer-fragment-shader
precision highp float;
in vec4 vColor;
in vec2 vCornerOffset;
in float vMiterLength;
in vec2 vPathPosition;
in float vPathLength;
in float vJointType;
#ifdef DASH_ENABLED
in vec2 vPathBounds;
#endif
out vec4 fragColor;
void main(void) {
geometry.uv = vPathPosition;
#ifdef ANTIALIASING
#ifdef DASH_ENABLED
bool isCorner = vPathPosition.y < vPathBounds.x || vPathPosition.y > vPathBounds.y;
#else
bool isCorner = vPathPosition.y < 0.0 || vPathPosition.y > vPathLength;
#endif
bool isRound = vJointType > 0.5;
float bodyCoord = abs(vPathPosition.x);
float cornerCoord = length(vCornerOffset);
float bodyPixels = (1.0 - bodyCoord) / max(fwidth(bodyCoord), 1e-6);
float cornerPixels = (1.0 - cornerCoord) / max(fwidth(cornerCoord), 1e-6);
#ifdef PATH_STYLE_OFFSET
float edgePixels = isRound && isCorner ? min(cornerPixels, bodyPixels) : bodyPixels;
#else
float edgePixels = isRound && isCorner ? cornerPixels : bodyPixels;
#endif
if (edgePixels <= -SMOOTH_EDGE_RADIUS) {
discard;
}
if (isCorner) {
if (!isRound && vMiterLength > path.miterLimit + 1.0) {
discard;
}
}
fragColor = vColor;
fragColor.a *= smoothedge(0.0, edgePixels);
#else
#ifdef DASH_ENABLED
if (vPathPosition.y < vPathBounds.x || vPathPosition.y > vPathBounds.y) {
#else
if (vPathPosition.y < 0.0 || vPathPosition.y > vPathLength) {
#endif
if (vJointType > 0.5 && length(vCornerOffset) > 1.0) {
discard;
}
if (vJointType < 0.5 && vMiterLength > path.miterLimit + 1.0) {
discard;
}
}
fragColor = vColor;
#endif
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var Nd=[0,0,0,255],uP={widthUnits:"meters",widthScale:{type:"number",min:0,value:1},widthMinPixels:{type:"number",min:0,value:0},widthMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},jointRounded:!1,capRounded:!1,miterLimit:{type:"number",min:0,value:4},antialiasing:!1,billboard:!1,_pathType:null,getPath:{type:"accessor",value:n=>n.path},getColor:{type:"accessor",value:Nd},getWidth:{type:"accessor",value:1},rounded:{deprecatedFor:["jointRounded","capRounded"]}},Xc={enter:(n,t)=>t.length?t.subarray(t.length-n.length):n};function dP(n){if(n.isGeospatial)return null;let{unitsPerMeter:t}=n.distanceScales;return[t[0],t[1],t[2]]}function Bd(n,t){return n===t||!!(n&&t&&n.length===t.length&&n.every((e,i)=>e===t[i]))}var po=class extends Dt{getShaders(){let{antialiasing:t}=this.props;return super.getShaders({vs:zd,fs:Dd,source:Rd,defines:t?{ANTIALIASING:1}:{},modules:[qt,$t,Xt,kd,...this.context.device.type==="webgpu"?[os]:[]]})}get wrapLongitude(){return!1}getBounds(){return this.context.device.type==="webgpu"?null:this.getAttributeManager()?.getBounds(["vertexPositions"])}getPathProjectionScale(t){let e=this.props.coordinateSystem;if(!!!this.getAttributeManager()?.getAttributes().instanceDashOffsets)return null;if(t instanceof Ye&&t.zoom>=12&&(e==="default"||e==="lnglat"||e==="cartesian")){let s=ie.getUniforms({viewport:t,coordinateSystem:e,coordinateOrigin:this.props.coordinateOrigin,autoWrapLongitude:this.wrapLongitude});return[t.projectionMode,s.coordinateOrigin[1],s.commonOrigin[1],...s.commonUnitsPerWorldUnit,...s.commonUnitsPerWorldUnit2,s.commonUnitsPerMeter[2]]}let r=dP(t);return r?[t.projectionMode,...r]:[t.projectionMode]}shouldUpdateState(t){let{viewport:e}=this.context;return super.shouldUpdateState(t)||this.state?.tessellationResolution!==e.resolution||!Bd(this.state?.pathProjectionScale,this.getPathProjectionScale(e))}initializeState(){let e=this.context.device.type==="webgpu";this.getAttributeManager().addInstanced({...e?{pathPositions:{size:24,type:"float32",transition:!1,accessor:"getPath",update:this.calculateWebGPUPositions,shaderAttributes:{instanceLeftPositions:{size:3,elementOffset:0},instanceStartPositions:{size:3,elementOffset:3},instanceEndPositions:{size:3,elementOffset:6},instanceRightPositions:{size:3,elementOffset:9},instanceLeftPositions64Low:{size:3,elementOffset:12},instanceStartPositions64Low:{size:3,elementOffset:15},instanceEndPositions64Low:{size:3,elementOffset:18},instanceRightPositions64Low:{size:3,elementOffset:21}},noAlloc:!0}}:{vertexPositions:{size:3,vertexOffset:1,type:"float64",fp64:this.use64bitPositions(),transition:Xc,accessor:"getPath",update:this.calculatePositions,noAlloc:!0,shaderAttributes:{instanceLeftPositions:{vertexOffset:0},instanceStartPositions:{vertexOffset:1},instanceEndPositions:{vertexOffset:2},instanceRightPositions:{vertexOffset:3}}}},instanceTypes:{size:1,type:e?"float32":"uint8",update:this.calculateSegmentTypes,noAlloc:!0},instanceStrokeWidths:{size:1,accessor:"getWidth",transition:e?!1:Xc,defaultValue:1,bufferGroup:"path-instance-data"},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",accessor:"getColor",transition:e?!1:Xc,defaultValue:Nd,bufferGroup:"path-instance-data"},rowIndexes:{size:1,type:"uint32",accessor:(o,{index:r})=>o&&o.__source?o.__source.index:r,bufferGroup:"path-instance-data"}}),this.setState({pathTesselator:new uo({fp64:this.use64bitPositions(),isWebGPU:e}),tessellationResolution:this.context.viewport.resolution,pathProjectionScale:this.getPathProjectionScale(this.context.viewport)})}updateState(t){super.updateState(t);let{props:e,oldProps:i,changeFlags:o}=t,r=this.getAttributeManager(),{viewport:s}=this.context,a=this.state.tessellationResolution!==s.resolution,c=this.getPathProjectionScale(s),l=!Bd(this.state.pathProjectionScale,c),h=o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getPath)||e._pathType!==i._pathType||e.positionFormat!==i.positionFormat||e.wrapLongitude!==i.wrapLongitude||a;if(o.dataChanged||h){let{pathTesselator:d}=this.state,p=e.data.attributes||{};d.updateGeometry({data:e.data,geometryBuffer:p.getPath,buffers:p,normalize:!e._pathType,loop:e._pathType==="loop",getGeometry:e.getPath,positionFormat:e.positionFormat,wrapLongitude:e.wrapLongitude,resolution:s.resolution,dataChanged:h?void 0:o.dataChanged}),this.setState({numInstances:d.instanceCount,startIndices:d.vertexStarts,tessellationResolution:s.resolution,pathProjectionScale:c}),!o.dataChanged||h?r.invalidateAll():l&&r.invalidate("instanceDashOffsets")}else l&&(this.setState({pathProjectionScale:c}),r.invalidate("instanceDashOffsets"));(o.extensionsChanged||e.antialiasing!==i.antialiasing)&&(this.state.model?.destroy(),this.state.model=this._getModel(),r.invalidateAll())}getPickingInfo(t){let e=super.getPickingInfo(t),{index:i}=e,o=this.props.data;return o[0]&&o[0].__source&&(e.object=o.find(r=>r.__source.index===i)),e}disablePickingIndex(t){let e=this.props.data;if(e[0]&&e[0].__source)for(let i=0;i<e.length;i++)e[i].__source.index===t&&this._disablePickingIndex(i);else super.disablePickingIndex(t)}draw({uniforms:t}){let{jointRounded:e,capRounded:i,billboard:o,miterLimit:r,widthUnits:s,widthScale:a,widthMinPixels:c,widthMaxPixels:l}=this.props,f=this.state.model,h={jointType:Number(e),capType:Number(i),billboard:o,widthUnits:pt[s],widthScale:a,miterLimit:r,widthMinPixels:c,widthMaxPixels:l};f.shaderInputs.setProps({path:h}),f.draw(this.context.renderPass)}_getModel(){let t=[0,1,2,1,4,2,1,3,4,3,5,4],e=[0,0,0,-1,0,1,1,-1,1,1,1,0];return new Bt(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new Qt({topology:"triangle-list",attributes:{indices:new Uint16Array(t),positions:{value:new Float32Array(e),size:2}}}),isInstanced:!0})}calculatePositions(t){let{pathTesselator:e}=this.state;t.startIndices=e.vertexStarts,t.value=e.get("positions")}calculateSegmentTypes(t){let{pathTesselator:e}=this.state;t.startIndices=e.vertexStarts,t.value=e.get("segmentTypes")}calculateWebGPUPositions(t){let{pathTesselator:e}=this.state,i=e.get("positions");if(!i){t.value=null;return}let o=e.instanceCount,r=new Float32Array(o*24),s=[-1,0,1,2];for(let a=0;a<o;a++){let c=a*24;for(let l=0;l<4;l++){let f=a+s[l],h=c+l*3;for(let u=0;u<3;u++){let d=f>=0&&f<o?i[f*3+u]:0,p=Math.fround(d);r[h+u]=p,r[h+u+12]=d-p}}}t.startIndices=e.vertexStarts,t.value=r}};po.defaultProps=uP;po.layerName="PathLayer";var ls=po;var Zd=Xp(Wd(),1);var ps=rs.CLOCKWISE,Gd=rs.COUNTER_CLOCKWISE,Ie={isClosed:!0};function AP(n){if(n=n&&n.positions||n,!Array.isArray(n)&&!ArrayBuffer.isView(n))throw new Error("invalid polygon")}function zn(n){return"positions"in n?n.positions:n}function xo(n){return"holeIndices"in n?n.holeIndices:null}function LP(n){return Array.isArray(n[0])}function IP(n){return n.length>=1&&n[0].length>=2&&Number.isFinite(n[0][0])}function OP(n){let t=n[0],e=n[n.length-1];return t[0]===e[0]&&t[1]===e[1]&&t[2]===e[2]}function kP(n,t,e,i){for(let o=0;o<t;o++)if(n[e+o]!==n[i-t+o])return!1;return!0}function Yd(n,t,e,i,o){let r=t,s=e.length;for(let a=0;a<s;a++)for(let c=0;c<i;c++)n[r++]=e[a][c]||0;if(!OP(e))for(let a=0;a<i;a++)n[r++]=e[0][a]||0;return Ie.start=t,Ie.end=r,Ie.size=i,so(n,o,Ie),r}function $d(n,t,e,i,o=0,r,s){r=r||e.length;let a=r-o;if(a<=0)return t;let c=t;for(let l=0;l<a;l++)n[c++]=e[o+l];if(!kP(e,i,o,r))for(let l=0;l<i;l++)n[c++]=e[o+l];return Ie.start=t,Ie.end=c,Ie.size=i,so(n,s,Ie),c}function qd(n,t){AP(n);let e=[],i=[];if("positions"in n){let{positions:o,holeIndices:r}=n;if(r){let s=0;for(let a=0;a<=r.length;a++)s=$d(e,s,o,t,r[a-1],r[a],a===0?ps:Gd),i.push(s);return i.pop(),{positions:e,holeIndices:i}}n=o}if(!LP(n))return $d(e,0,n,t,0,e.length,ps),e;if(!IP(n)){let o=0;for(let[r,s]of n.entries())o=Yd(e,o,s,t,r===0?ps:Gd),i.push(o);return i.pop(),{positions:e,holeIndices:i}}return Yd(e,0,n,t,ps),e}function el(n,t,e){let i=n.length/3,o=0;for(let r=0;r<i;r++){let s=(r+1)%i;o+=n[r*3+t]*n[s*3+e],o-=n[s*3+t]*n[r*3+e]}return Math.abs(o/2)}function Hd(n,t,e,i){let o=n.length/3;for(let r=0;r<o;r++){let s=r*3,a=n[s+0],c=n[s+1],l=n[s+2];n[s+t]=a,n[s+e]=c,n[s+i]=l}}function Xd(n,t,e,i){let o=xo(n);o&&(o=o.map(a=>a/t));let r=zn(n),s=i&&t===3;if(e){let a=r.length;r=r.slice();let c=[];for(let l=0;l<a;l+=t){c[0]=r[l],c[1]=r[l+1],s&&(c[2]=r[l+2]);let f=e(c);r[l]=f[0],r[l+1]=f[1],s&&(r[l+2]=f[2])}}if(s){let a=el(r,0,1),c=el(r,0,2),l=el(r,1,2);if(!a&&!c&&!l)return[];a>c&&a>l||(c>l?(e||(r=r.slice()),Hd(r,0,2,1)):(e||(r=r.slice()),Hd(r,2,0,1)))}return(0,Zd.default)(r,o,t)}var vo=class extends Ae{constructor(t){let{fp64:e,IndexType:i=Uint32Array}=t;super({...t,attributes:{positions:{size:3,type:e?Float64Array:Float32Array},vertexValid:{type:Uint16Array,size:1},indices:{type:i,size:1}}})}get(t){let{attributes:e}=this;return t==="indices"?e.indices&&e.indices.subarray(0,this.vertexCount):e[t]}updateGeometry(t){super.updateGeometry(t);let e=this.buffers.indices;if(e)this.vertexCount=(e.value||e).length;else if(this.data&&!this.getGeometry)throw new Error("missing indices buffer")}normalizeGeometry(t){if(this.normalize){let e=qd(t,this.positionSize);return this.opts.resolution?fo(zn(e),xo(e),{size:this.positionSize,gridResolution:this.opts.resolution,edgeTypes:!0}):this.opts.wrapLongitude?qc(zn(e),xo(e),{size:this.positionSize,maxLatitude:86,edgeTypes:!0}):e}return t}getGeometrySize(t){if(Kd(t)){let e=0;for(let i of t)e+=this.getGeometrySize(i);return e}return zn(t).length/this.positionSize}getGeometryFromBuffer(t){return this.normalize||!this.buffers.indices?super.getGeometryFromBuffer(t):null}updateGeometryAttributes(t,e){if(t&&Kd(t))for(let i of t){let o=this.getGeometrySize(i);e.geometrySize=o,this.updateGeometryAttributes(i,e),e.vertexStart+=o,e.indexStart=this.indexStarts[e.geometryIndex+1]}else{let i=t;this._updateIndices(i,e),this._updatePositions(i,e),this._updateVertexValid(i,e)}}_updateIndices(t,{geometryIndex:e,vertexStart:i,indexStart:o}){let{attributes:r,indexStarts:s,typedArrayManager:a}=this,c=r.indices;if(!c||!t)return;let l=o,f=Xd(t,this.positionSize,this.opts.preproject,this.opts.full3d);c=a.allocate(c,o+f.length,{copy:!0});for(let h=0;h<f.length;h++)c[l++]=f[h]+i;s[e+1]=o+f.length,r.indices=c}_updatePositions(t,{vertexStart:e,geometrySize:i}){let{attributes:{positions:o},positionSize:r}=this;if(!o||!t)return;let s=zn(t);for(let a=e,c=0;c<i;a++,c++){let l=s[c*r],f=s[c*r+1],h=r>2?s[c*r+2]:0;o[a*3]=l,o[a*3+1]=f,o[a*3+2]=h}}_updateVertexValid(t,{vertexStart:e,geometrySize:i}){let{positionSize:o}=this,r=this.attributes.vertexValid,s=t&&xo(t);if(t&&t.edgeTypes?r.set(t.edgeTypes,e):r.fill(1,e,e+i),s)for(let a=0;a<s.length;a++)r[e+s[a]/o-1]=0;r[e+i-1]=0}};function Kd(n){return Array.isArray(n)&&n.length>0&&!Number.isFinite(n[0])}var zP=`struct SolidPolygonUniforms {
  extruded: f32,
  isWireframe: f32,
  elevationScale: f32,
};

@group(0) @binding(auto) var<uniform> solidPolygon: SolidPolygonUniforms;
`,Jd=`layout(std140) uniform solidPolygonUniforms {
  bool extruded;
  bool isWireframe;
  float elevationScale;
} solidPolygon;
`,Qd={name:"solidPolygon",source:zP,vs:Jd,fs:Jd,uniformTypes:{extruded:"f32",isWireframe:"f32",elevationScale:"f32"}};var gs=`in vec4 fillColors;
in vec4 lineColors;
in float rowIndexes;
out vec4 vColor;
struct PolygonProps {
vec3 positions;
vec3 positions64Low;
vec3 normal;
float elevations;
};
vec3 project_offset_normal(vec3 vector) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT_OFFSETS) {
return normalize(vector * project.commonUnitsPerWorldUnit);
}
return project_normal(vector);
}
void calculatePosition(PolygonProps props) {
vec3 pos = props.positions;
vec3 pos64Low = props.positions64Low;
vec3 normal = props.normal;
vec4 colors = solidPolygon.isWireframe ? lineColors : fillColors;
geometry.worldPosition = props.positions;
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
if (solidPolygon.extruded) {
pos.z += props.elevations * solidPolygon.elevationScale;
}
gl_Position = project_position_to_clipspace(pos, pos64Low, vec3(0.), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
if (solidPolygon.extruded) {
#ifdef IS_SIDE_VERTEX
normal = project_offset_normal(normal);
#else
normal = project_normal(normal);
#endif
geometry.normal = normal;
vec3 lightColor = lighting_getLightColor(colors.rgb, project.cameraPosition, geometry.position.xyz, geometry.normal);
vColor = vec4(lightColor, colors.a * layer.opacity);
} else {
vColor = vec4(colors.rgb, colors.a * layer.opacity);
}
DECKGL_FILTER_COLOR(vColor, geometry);
}
`;var tp=`#version 300 es
#define SHADER_NAME solid-polygon-layer-vertex-shader
in vec3 vertexPositions;
in vec3 vertexPositions64Low;
in float elevations;
${gs}
void main(void) {
PolygonProps props;
props.positions = vertexPositions;
props.positions64Low = vertexPositions64Low;
props.elevations = elevations;
props.normal = vec3(0.0, 0.0, 1.0);
calculatePosition(props);
}
`;var ep=`#version 300 es
#define SHADER_NAME solid-polygon-layer-vertex-shader-side
#define IS_SIDE_VERTEX
in vec2 positions;
in vec3 vertexPositions;
in vec3 nextVertexPositions;
in vec3 vertexPositions64Low;
in vec3 nextVertexPositions64Low;
in float elevations;
in float instanceVertexValid;
${gs}
void main(void) {
if(instanceVertexValid < 0.5){
gl_Position = vec4(0.);
return;
}
PolygonProps props;
vec3 pos;
vec3 pos64Low;
vec3 nextPos;
vec3 nextPos64Low;
#if RING_WINDING_ORDER_CW == 1
pos = vertexPositions;
pos64Low = vertexPositions64Low;
nextPos = nextVertexPositions;
nextPos64Low = nextVertexPositions64Low;
#else
pos = nextVertexPositions;
pos64Low = nextVertexPositions64Low;
nextPos = vertexPositions;
nextPos64Low = vertexPositions64Low;
#endif
props.positions = mix(pos, nextPos, positions.x);
props.positions64Low = mix(pos64Low, nextPos64Low, positions.x);
props.normal = vec3(
pos.y - nextPos.y + (pos64Low.y - nextPos64Low.y),
nextPos.x - pos.x + (nextPos64Low.x - pos64Low.x),
0.0);
props.elevations = elevations * positions.y;
calculatePosition(props);
}
`;var np=`#version 300 es
#define SHADER_NAME solid-polygon-layer-fragment-shader
precision highp float;
in vec4 vColor;
out vec4 fragColor;
void main(void) {
fragColor = vColor;
geometry.uv = vec2(0.);
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;function ip(){return`fn project_offset_normal(vector: vec3<f32>) -> vec3<f32> {
  if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
      project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT_OFFSETS) {
    return normalize(vector * project.commonUnitsPerWorldUnit);
  }
  return project_normal(vector);
}

fn apply_polygon_color(
  colors: vec4<f32>,
  normal: vec3<f32>,
  position: vec4<f32>
) -> vec4<f32> {
  if (solidPolygon.extruded > 0.5) {
    let lightColor = lighting_getLightColor2(
      colors.rgb,
      project.cameraPosition,
      position.xyz,
      normal
    );
    return vec4<f32>(lightColor, colors.a * layer.opacity);
  }
  return vec4<f32>(colors.rgb, colors.a * layer.opacity);
}
`}function op(){return`@fragment
fn fragmentMain(inp: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = vec2<f32>(0.0, 0.0);

  clip_filterColor(inp.clipCoordinates);

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(inp.pickingColor)) {
      discard;
    }
    return vec4<f32>(inp.pickingColor, 1.0);
  }

  var fragColor = inp.vColor;

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(inp.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return deckgl_premultiplied_alpha(fragColor);
}
`}function DP(){return`${ip()}

struct Attributes {
  @location(0) vertexPositions: vec3<f32>,
  @location(1) vertexPositions64Low: vec3<f32>,
  @location(2) elevations: f32,
  @location(3) fillColors: vec4<f32>,
  @location(4) lineColors: vec4<f32>,
  @location(5) rowIndexes: u32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) pickingColor: vec3<f32>,
  @location(2) clipCoordinates: vec2<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var outp: Varyings;

  var pos = attributes.vertexPositions;
  if (solidPolygon.extruded > 0.5) {
    pos.z += attributes.elevations * solidPolygon.elevationScale;
  }

  geometry.worldPosition = attributes.vertexPositions;
  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);

  let projectedPosition = project_position_to_clipspace_and_commonspace(
    pos,
    attributes.vertexPositions64Low,
    vec3<f32>(0.0)
  );
  geometry.position = projectedPosition.commonPosition;
  outp.position = projectedPosition.clipPosition;

  let normal = project_normal(vec3<f32>(0.0, 0.0, 1.0));
  geometry.normal = normal;

  let colors = select(
    attributes.fillColors,
    attributes.lineColors,
    solidPolygon.isWireframe > 0.5
  );
  outp.vColor = apply_polygon_color(colors, normal, geometry.position);
  outp.pickingColor = geometry.pickingColor;

  outp.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&outp.position, geometry.worldPosition.xy);

  return outp;
}

${op()}
`}function BP(n){return`const RING_WINDING_ORDER_CW: bool = ${n?"true":"false"};

${ip()}

struct Attributes {
  @location(0) positions: vec2<f32>,
  @location(1) vertexPositions: vec3<f32>,
  @location(2) vertexPositions64Low: vec3<f32>,
  @location(3) nextVertexPositions: vec3<f32>,
  @location(4) nextVertexPositions64Low: vec3<f32>,
  @location(5) vertexValid: f32,
  @location(6) elevations: f32,
  @location(7) fillColors: vec4<f32>,
  @location(8) lineColors: vec4<f32>,
  @location(9) rowIndexes: u32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) pickingColor: vec3<f32>,
  @location(2) clipCoordinates: vec2<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var outp: Varyings;
  outp.position = vec4<f32>(0.0);
  outp.vColor = vec4<f32>(0.0);
  outp.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);
  outp.clipCoordinates = vec2<f32>(0.0);

  if (attributes.vertexValid < 0.5) {
    return outp;
  }

  let pos = select(attributes.nextVertexPositions, attributes.vertexPositions, RING_WINDING_ORDER_CW);
  let pos64Low = select(
    attributes.nextVertexPositions64Low,
    attributes.vertexPositions64Low,
    RING_WINDING_ORDER_CW
  );
  let nextPos = select(attributes.vertexPositions, attributes.nextVertexPositions, RING_WINDING_ORDER_CW);
  let nextPos64Low = select(
    attributes.vertexPositions64Low,
    attributes.nextVertexPositions64Low,
    RING_WINDING_ORDER_CW
  );

  let position = mix(pos, nextPos, attributes.positions.x);
  let position64Low = mix(pos64Low, nextPos64Low, attributes.positions.x);

  var worldPosition = position;
  if (solidPolygon.extruded > 0.5) {
    worldPosition.z += attributes.elevations * attributes.positions.y * solidPolygon.elevationScale;
  }

  geometry.worldPosition = position;
  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);

  let projectedPosition = project_position_to_clipspace_and_commonspace(
    worldPosition,
    position64Low,
    vec3<f32>(0.0)
  );
  geometry.position = projectedPosition.commonPosition;
  outp.position = projectedPosition.clipPosition;

  let normal = project_offset_normal(vec3<f32>(
    pos.y - nextPos.y + (pos64Low.y - nextPos64Low.y),
    nextPos.x - pos.x + (nextPos64Low.x - pos64Low.x),
    0.0
  ));
  geometry.normal = normal;

  let colors = select(
    attributes.fillColors,
    attributes.lineColors,
    solidPolygon.isWireframe > 0.5
  );
  outp.vColor = apply_polygon_color(colors, normal, geometry.position);
  outp.pickingColor = geometry.pickingColor;

  outp.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&outp.position, geometry.worldPosition.xy);

  return outp;
}

${op()}
`}function rp(n,t){return n==="top"?DP():BP(t)}var ys=[0,0,0,255],NP={filled:!0,extruded:!1,wireframe:!1,_normalize:!0,_windingOrder:"CW",_full3d:!1,elevationScale:{type:"number",min:0,value:1},getPolygon:{type:"accessor",value:n=>n.polygon},getElevation:{type:"accessor",value:1e3},getFillColor:{type:"accessor",value:ys},getLineColor:{type:"accessor",value:ys},material:!0},ms={enter:(n,t)=>t.length?t.subarray(t.length-n.length):n},_o=class extends Dt{getShaders(t){let e=!this.props._normalize&&this.props._windingOrder==="CCW"?0:1;return super.getShaders({vs:t==="top"?tp:ep,fs:np,source:rp(t,!!e),defines:{RING_WINDING_ORDER_CW:e},modules:[qt,$t,Wo,Xt,Qd,...this.context.device.type==="webgpu"?[os]:[]]})}get wrapLongitude(){return!1}getBounds(){return this.getAttributeManager()?.getBounds(["vertexPositions"])}initializeState(){let{viewport:t}=this.context,{coordinateSystem:e}=this.props,{_full3d:i}=this.props;t.isGeospatial&&e==="default"&&(e="lnglat");let o;e==="lnglat"&&(i?o=t.projectPosition.bind(t):o=t.projectFlat.bind(t)),this.setState({numInstances:0,polygonTesselator:new vo({preproject:o,fp64:this.use64bitPositions(),IndexType:Uint32Array})});let r=this.getAttributeManager(),s=!0,a=this.context.device.type==="webgpu";r.add({indices:{size:1,isIndexed:!0,update:this.calculateIndices,noAlloc:s},vertexPositions:{size:3,type:"float64",stepMode:"dynamic",fp64:this.use64bitPositions(),transition:ms,accessor:"getPolygon",update:this.calculatePositions,noAlloc:s,...a?{}:{shaderAttributes:{nextVertexPositions:{vertexOffset:1}}}},...a?{nextVertexPositions:{size:3,type:"float64",stepMode:"dynamic",fp64:this.use64bitPositions(),transition:!1,update:this.calculateNextPositions,noAlloc:s}}:{},[a?"vertexValid":"instanceVertexValid"]:{size:1,type:a?"float32":"uint16",stepMode:"instance",update:this.calculateVertexValid,noAlloc:s},elevations:{size:1,stepMode:"dynamic",transition:ms,accessor:"getElevation",bufferGroup:"solid-polygon-instance-data"},fillColors:{size:this.props.colorFormat.length,type:"unorm8",stepMode:"dynamic",transition:ms,accessor:"getFillColor",defaultValue:ys,bufferGroup:"solid-polygon-instance-data"},lineColors:{size:this.props.colorFormat.length,type:"unorm8",stepMode:"dynamic",transition:ms,accessor:"getLineColor",defaultValue:ys,bufferGroup:"solid-polygon-instance-data"},rowIndexes:{size:1,type:"uint32",stepMode:"dynamic",accessor:(c,{index:l})=>c&&c.__source?c.__source.index:l,bufferGroup:"solid-polygon-instance-data"}})}getPickingInfo(t){let e=super.getPickingInfo(t),{index:i}=e,o=this.props.data;return o[0]&&o[0].__source&&(e.object=o.find(r=>r.__source.index===i)),e}disablePickingIndex(t){let e=this.props.data;if(e[0]&&e[0].__source)for(let i=0;i<e.length;i++)e[i].__source.index===t&&this._disablePickingIndex(i);else super.disablePickingIndex(t)}draw({uniforms:t}){let{extruded:e,filled:i,wireframe:o,elevationScale:r}=this.props,{topModel:s,sideModel:a,wireframeModel:c,polygonTesselator:l}=this.state,f={extruded:!!e,elevationScale:r,isWireframe:!1};c&&o&&(c.setInstanceCount(l.instanceCount-1),c.shaderInputs.setProps({solidPolygon:{...f,isWireframe:!0}}),c.draw(this.context.renderPass)),a&&i&&(a.setInstanceCount(l.instanceCount-1),a.shaderInputs.setProps({solidPolygon:f}),a.draw(this.context.renderPass)),s&&i&&(s.setVertexCount(l.vertexCount),s.shaderInputs.setProps({solidPolygon:f}),s.draw(this.context.renderPass))}updateState(t){super.updateState(t),this.updateGeometry(t);let{props:e,oldProps:i,changeFlags:o}=t,r=this.getAttributeManager();(o.extensionsChanged||e.filled!==i.filled||e.extruded!==i.extruded)&&(this.state.models?.forEach(a=>a.destroy()),this.setState(this._getModels()),r.invalidateAll())}updateGeometry({props:t,oldProps:e,changeFlags:i}){if(i.dataChanged||i.updateTriggersChanged&&(i.updateTriggersChanged.all||i.updateTriggersChanged.getPolygon)){let{polygonTesselator:r}=this.state,s=t.data.attributes||{};r.updateGeometry({data:t.data,normalize:t._normalize,geometryBuffer:s.getPolygon,buffers:this.context.device.type==="webgpu"?{...s}:s,getGeometry:t.getPolygon,positionFormat:t.positionFormat,wrapLongitude:t.wrapLongitude,resolution:this.context.viewport.resolution,fp64:this.use64bitPositions(),dataChanged:i.dataChanged,full3d:t._full3d}),this.setState({numInstances:r.instanceCount,startIndices:r.vertexStarts}),i.dataChanged||this.getAttributeManager().invalidateAll()}}_getModels(){let{id:t,filled:e,extruded:i}=this.props,o,r,s;if(e){let a=this.getShaders("top");a.defines={...a.defines,NON_INSTANCED_MODEL:1};let c=this.getAttributeManager().getBufferLayouts({isInstanced:!1});this.context.device.type==="webgpu"&&(c=c.filter(l=>l.name!=="indices"&&l.name!=="vertexValid"&&l.name!=="instanceVertexValid"&&l.name!=="nextVertexPositions")),o=new Bt(this.context.device,{...a,id:`${t}-top`,topology:"triangle-list",bufferLayout:c,isIndexed:!0,userData:{excludeAttributes:{vertexValid:!0,instanceVertexValid:!0,nextVertexPositions:!0}}})}if(i){let a=this.getAttributeManager().getBufferLayouts({isInstanced:!0});this.context.device.type==="webgpu"&&(a=a.filter(c=>c.name!=="indices")),r=new Bt(this.context.device,{...this.getShaders("side"),id:`${t}-side`,bufferLayout:a,geometry:new Qt({topology:"triangle-strip",attributes:{positions:{size:2,value:new Float32Array([1,0,0,0,1,1,0,1])}}}),isInstanced:!0,userData:{excludeAttributes:{indices:!0}}}),s=new Bt(this.context.device,{...this.getShaders("side"),id:`${t}-wireframe`,bufferLayout:a,geometry:new Qt({topology:"line-strip",attributes:{positions:{size:2,value:new Float32Array([1,0,0,0,0,1,1,1])}}}),isInstanced:!0,userData:{excludeAttributes:{indices:!0}}})}return{models:[r,s,o].filter(Boolean),topModel:o,sideModel:r,wireframeModel:s}}calculateIndices(t){let{polygonTesselator:e}=this.state;t.startIndices=e.indexStarts,t.value=e.get("indices")}calculatePositions(t){let{polygonTesselator:e}=this.state;t.startIndices=e.vertexStarts;let i=this.props.data.attributes?.getPolygon;if(this.context.device.type==="webgpu"&&ArrayBuffer.isView(i?.value)){let{value:o,size:r=3,offset:s=0,stride:a}=i,c=s/o.BYTES_PER_ELEMENT,l=a?a/o.BYTES_PER_ELEMENT:r,f=new Float64Array(e.instanceCount*3);for(let h=0;h<e.instanceCount;h++){let u=c+h*l,d=h*3;f[d]=o[u],f[d+1]=o[u+1],f[d+2]=r>2?o[u+2]:0}t.value=f;return}t.value=e.get("positions")}calculateVertexValid(t){let e=this.props.data.attributes?.instanceVertexValid?.value,i=this.context.device.type==="webgpu"&&e?e:this.state.polygonTesselator.get("vertexValid");t.value=this.context.device.type==="webgpu"&&i?Float32Array.from(i):i}calculateNextPositions(t){let{polygonTesselator:e}=this.state,i=this.getAttributeManager().getAttributes(),o=i.vertexPositions.value,r=this.props.data.attributes?.instanceVertexValid?.value||i.vertexValid?.value||e.get("vertexValid");if(t.startIndices=e.vertexStarts,!o){t.value=o;return}let s=o.length/3,a=new o.constructor(o.length);for(let c=0;c<s;c++){let l=c*3,f=r?.[c]&&c+1<s?l+3:l;for(let h=0;h<3;h++)a[l+h]=o[f+h]}t.value=a}};_o.defaultProps=NP;_o.layerName="SolidPolygonLayer";var nl=_o;var sp=`layout(std140) uniform sdfUniforms {
  float gamma;
  bool enabled;
  float buffer;
  float outlineBuffer;
  vec4 outlineColor;
} sdf;
`,ap={name:"sdf",vs:sp,fs:sp,uniformTypes:{gamma:"f32",enabled:"f32",buffer:"f32",outlineBuffer:"f32",outlineColor:"vec4<f32>"}};var wo={none:0,start:1,center:2,end:3},jP=`layout(std140) uniform textUniforms {
  highp vec2 cutoffPixels;
  highp ivec2 align;
  highp float fontSize;
  bool flipY;
} text;

#define ALIGN_MODE_START ${wo.start}
#define ALIGN_MODE_CENTER ${wo.center}
#define ALIGN_MODE_END ${wo.end}
`,xs={name:"text",vs:jP,getUniforms:({contentCutoffPixels:n=[0,0],contentAlignHorizontal:t="none",contentAlignVertical:e="none",fontSize:i,viewport:o})=>({cutoffPixels:n,align:[wo[t],wo[e]],fontSize:i,flipY:o?.flipY??!1}),uniformTypes:{cutoffPixels:"vec2<f32>",align:"vec2<i32>",fontSize:"f32",flipY:"f32"}};var cp=`#version 300 es
#define SHADER_NAME multi-icon-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in float instanceSizes;
in float instanceAngles;
in vec4 instanceColors;
in float rowIndexes;
in vec4 instanceIconFrames;
in float instanceColorModes;
in vec2 instanceOffsets;
in vec2 instancePixelOffset;
in vec4 instanceClipRect;
out float vColorMode;
out vec4 vColor;
out vec2 vTextureCoords;
out vec2 uv;
vec2 rotate_by_angle(vec2 vertex, float angle) {
float angle_radian = angle * PI / 180.0;
float cos_angle = cos(angle_radian);
float sin_angle = sin(angle_radian);
mat2 rotationMatrix = mat2(cos_angle, -sin_angle, sin_angle, cos_angle);
return rotationMatrix * vertex;
}
float getPixelOffsetFromAlignment(float anchor, float extent, float clipStart, float clipEnd, int mode) {
if (clipEnd < clipStart) return 0.0;
if (mode == ALIGN_MODE_START) {
return max(- (anchor + clipStart), 0.0);
}
if (mode == ALIGN_MODE_CENTER) {
float _min = max(0., anchor + clipStart);
float _max = min(extent, anchor + clipEnd);
return _min < _max ? (_min + _max) / 2.0 - anchor : 0.0;
}
if (mode == ALIGN_MODE_END) {
return min(extent - (anchor + clipEnd), 0.);
}
return 0.0;
}
void main(void) {
geometry.worldPosition = instancePositions;
geometry.uv = positions;
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
uv = positions;
vec2 iconSize = instanceIconFrames.zw;
float sizePixels = clamp(
project_size_to_pixel(instanceSizes * icon.sizeScale, icon.sizeUnits),
icon.sizeMinPixels, icon.sizeMaxPixels
);
float instanceScale = sizePixels / text.fontSize;
vec2 pixelOffset = positions / 2.0 * iconSize + instanceOffsets;
pixelOffset = rotate_by_angle(pixelOffset, instanceAngles) * instanceScale;
pixelOffset += instancePixelOffset;
pixelOffset.y *= -1.0;
vec2 anchorPosScreen;
if (icon.billboard)  {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
anchorPosScreen = gl_Position.xy / gl_Position.w;
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = vec3(pixelOffset, 0.0);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset_common = vec3(project_pixel_size(pixelOffset), 0.0);
if (text.flipY) {
offset_common.y *= -1.;
}
DECKGL_FILTER_SIZE(offset_common, geometry);
vec4 anchorPos = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0));
anchorPosScreen = anchorPos.xy / anchorPos.w;
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset_common, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
anchorPosScreen = vec2(anchorPosScreen.x + 1.0, 1.0 - anchorPosScreen.y) / 2.0 * project.viewportSize / project.devicePixelRatio;
vec2 xy = project_size_to_pixel(instanceClipRect.xy);
vec2 wh = project_size_to_pixel(instanceClipRect.zw);
if (text.flipY) {
xy.y = -xy.y - wh.y;
}
if (text.align.x > 0 || text.align.y > 0) {
vec2 viewportPixels = project.viewportSize / project.devicePixelRatio;
vec2 scrollPixels = vec2(
getPixelOffsetFromAlignment(anchorPosScreen.x, viewportPixels.x, xy.x, xy.x + wh.x, text.align.x),
-getPixelOffsetFromAlignment(anchorPosScreen.y, viewportPixels.y, -xy.y - wh.y, -xy.y, text.align.y)
);
pixelOffset += scrollPixels;
gl_Position.xy += project_pixel_size_to_clipspace(scrollPixels);
}
if (instanceClipRect.z >= 0.) {
if (pixelOffset.x < xy.x || pixelOffset.x > xy.x + wh.x) {
gl_Position = vec4(0.0);
}
else if (text.cutoffPixels.x > 0.) {
float vpWidth = project.viewportSize.x / project.devicePixelRatio;
float l = max(anchorPosScreen.x + xy.x, 0.0);
float r = min(anchorPosScreen.x + xy.x + wh.x, vpWidth);
if (r - l < text.cutoffPixels.x) {
gl_Position = vec4(0.0);
}
}
}
if (instanceClipRect.w >= 0.) {
if (pixelOffset.y < xy.y || pixelOffset.y > xy.y + wh.y) {
gl_Position = vec4(0.0);
}
else if (text.cutoffPixels.y > 0.) {
float vpHeight = project.viewportSize.y / project.devicePixelRatio;
float t = max(anchorPosScreen.y - xy.y - wh.y, 0.0);
float b = min(anchorPosScreen.y - xy.y, vpHeight);
if (b - t < text.cutoffPixels.y) {
gl_Position = vec4(0.0);
}
}
}
vTextureCoords = mix(
instanceIconFrames.xy,
instanceIconFrames.xy + iconSize,
(positions.xy + 1.0) / 2.0
) / icon.iconsTextureDim;
vColor = instanceColors;
DECKGL_FILTER_COLOR(vColor, geometry);
vColorMode = instanceColorModes;
}
`;var lp=`#version 300 es
#define SHADER_NAME multi-icon-layer-fragment-shader
precision highp float;
uniform sampler2D iconsTexture;
in vec4 vColor;
in vec2 vTextureCoords;
in vec2 uv;
out vec4 fragColor;
void main(void) {
geometry.uv = uv;
if (!bool(picking.isActive)) {
float alpha = texture(iconsTexture, vTextureCoords).a;
vec4 color = vColor;
if (sdf.enabled) {
float distance = alpha;
alpha = smoothstep(sdf.buffer - sdf.gamma, sdf.buffer + sdf.gamma, distance);
if (sdf.outlineBuffer > 0.0) {
float inFill = alpha;
float inBorder = smoothstep(sdf.outlineBuffer - sdf.gamma, sdf.outlineBuffer + sdf.gamma, distance);
color = mix(sdf.outlineColor, vColor, inFill);
alpha = inBorder;
}
}
float a = alpha * color.a;
if (a < icon.alphaCutoff) {
discard;
}
fragColor = vec4(color.rgb, a * layer.opacity);
}
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;function FP({collision:n=!1}={}){return`struct IconUniforms {
  sizeScale: f32,
  iconsTextureDim: vec2<f32>,
  sizeBasis: f32,
  sizeMinPixels: f32,
  sizeMaxPixels: f32,
  billboard: i32,
  sizeUnits: i32,
  alphaCutoff: f32
};

struct TextUniforms {
  cutoffPixels: vec2<f32>,
  align: vec2<i32>,
  fontSize: f32,
  flipY: f32
};

struct SdfUniforms {
  gamma: f32,
  enabled: f32,
  buffer: f32,
  outlineBuffer: f32,
  outlineColor: vec4<f32>
};

${n?`struct CollisionUniforms {
  sort: i32,
  enabled: i32
};
`:""}

const ALIGN_MODE_START: i32 = 1;
const ALIGN_MODE_CENTER: i32 = 2;
const ALIGN_MODE_END: i32 = 3;

@group(0) @binding(auto) var<uniform> icon: IconUniforms;
@group(0) @binding(auto) var<uniform> text: TextUniforms;
@group(0) @binding(auto) var<uniform> sdf: SdfUniforms;
${n?"@group(0) @binding(auto) var<uniform> collision: CollisionUniforms;":""}
@group(0) @binding(auto) var iconsTexture : texture_2d<f32>;
@group(0) @binding(auto) var iconsTextureSampler : sampler;
${n?`@group(0) @binding(auto) var collision_texture : texture_2d<f32>;
`:""}

fn rotate_by_angle(vertex: vec2<f32>, angle_deg: f32) -> vec2<f32> {
  let angle_radian = angle_deg * PI / 180.0;
  let c = cos(angle_radian);
  let s = sin(angle_radian);
  let rotation = mat2x2<f32>(vec2<f32>(c, -s), vec2<f32>(s, c));
  return rotation * vertex;
}

fn get_pixel_offset_from_alignment(
  anchor: f32,
  extent: f32,
  clipStart: f32,
  clipEnd: f32,
  mode: i32
) -> f32 {
  if (clipEnd < clipStart) {
    return 0.0;
  }
  if (mode == ALIGN_MODE_START) {
    return max(-(anchor + clipStart), 0.0);
  }
  if (mode == ALIGN_MODE_CENTER) {
    let minValue = max(0.0, anchor + clipStart);
    let maxValue = min(extent, anchor + clipEnd);
    if (minValue < maxValue) {
      return (minValue + maxValue) / 2.0 - anchor;
    }
    return 0.0;
  }
  if (mode == ALIGN_MODE_END) {
    return min(extent - (anchor + clipEnd), 0.0);
  }
  return 0.0;
}

${n?`fn collision_match(texCoords: vec2<f32>, pickingColor: vec3<f32>) -> f32 {
  let textureSize = vec2<i32>(textureDimensions(collision_texture));
  let pixelCoords = clamp(
    vec2<i32>(texCoords * vec2<f32>(textureSize)),
    vec2<i32>(0),
    textureSize - vec2<i32>(1)
  );
  let collisionPickingColor = textureLoad(collision_texture, pixelCoords, 0);
  let delta = dot(abs(collisionPickingColor.rgb - pickingColor), vec3<f32>(1.0));
  return step(delta, 0.001);
}

fn collision_is_visible(texCoords: vec2<f32>, pickingColor: vec3<f32>) -> f32 {
  if (collision.enabled == 0) {
    return 1.0;
  }

  var accumulator = 0.0;
  let stepSize = vec2<f32>(1.0) / project.viewportSize;

  for (var i: i32 = -2; i <= 2; i = i + 1) {
    for (var j: i32 = -2; j <= 2; j = j + 1) {
      let delta = vec2<f32>(f32(j), f32(i)) * stepSize;
      accumulator = accumulator + collision_match(texCoords + delta, pickingColor);
    }
  }

  return pow(accumulator / 25.0, 2.2);
}
`:""}

struct Attributes {
  @location(0) positions: vec2<f32>,

  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceSizes: f32,
  @location(4) instanceAngles: f32,
  @location(5) instanceColors: vec4<f32>,
  @location(6) instanceIconFrames: vec4<f32>,
  @location(7) instanceColorModes: f32,
  @location(8) instanceOffsets: vec2<f32>,
  @location(9) instancePixelOffset: vec2<f32>,
  @location(10) rowIndexes: u32,
  @location(11) instanceClipRect: vec4<f32>,
  ${n?"@location(12) collisionPriorities: f32,":""}
};

struct Varyings {
  @builtin(position) position: vec4<f32>,

  @location(0) vColorMode: f32,
  @location(1) vColor: vec4<f32>,
  @location(2) vTextureCoords: vec2<f32>,
  @location(3) uv: vec2<f32>,
  @location(4) pickingColor: vec3<f32>,
};

@vertex
fn vertexMain(inp: Attributes) -> Varyings {
  geometry.worldPosition = inp.instancePositions;
  geometry.uv = inp.positions;
  geometry.pickingColor = picking_getPickingColorFromIndex(inp.rowIndexes);

  var outp: Varyings;
  outp.uv = inp.positions;

  let iconSize = inp.instanceIconFrames.zw;

  let sizePixels = clamp(
    project_unit_size_to_pixel(inp.instanceSizes * icon.sizeScale, icon.sizeUnits),
    icon.sizeMinPixels, icon.sizeMaxPixels
  );
  let instanceScale = sizePixels / text.fontSize;

  var pixelOffset = inp.positions / 2.0 * iconSize + inp.instanceOffsets;
  pixelOffset = rotate_by_angle(pixelOffset, inp.instanceAngles) * instanceScale;
  pixelOffset = pixelOffset + inp.instancePixelOffset;
  pixelOffset.y = pixelOffset.y * -1.0;

  var pos: vec4<f32>;
  var anchorPosScreen: vec2<f32>;
  if (icon.billboard != 0) {
    pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, vec3<f32>(0.0));
    anchorPosScreen = pos.xy / pos.w;

    let clipOffset = project_pixel_size_to_clipspace(pixelOffset);
    pos = vec4<f32>(pos.x + clipOffset.x, pos.y + clipOffset.y, pos.z, pos.w);
  } else {
    var offsetCommon = vec3<f32>(project_pixel_size_vec2(pixelOffset), 0.0);
    if (text.flipY > 0.5) {
      offsetCommon.y = offsetCommon.y * -1.0;
    }
    let anchorPos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, vec3<f32>(0.0));
    anchorPosScreen = anchorPos.xy / anchorPos.w;
    pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, offsetCommon);
  }

  anchorPosScreen = vec2<f32>(anchorPosScreen.x + 1.0, 1.0 - anchorPosScreen.y) / 2.0 *
    project.viewportSize / project.devicePixelRatio;
  var xy = project_size_vec2(inp.instanceClipRect.xy) * project.scale;
  var wh = project_size_vec2(inp.instanceClipRect.zw) * project.scale;

  if (text.flipY > 0.5) {
    xy.y = -xy.y - wh.y;
  }
  if (text.align.x > 0 || text.align.y > 0) {
    let viewportPixels = project.viewportSize / project.devicePixelRatio;
    let scrollPixels = vec2<f32>(
      get_pixel_offset_from_alignment(anchorPosScreen.x, viewportPixels.x, xy.x, xy.x + wh.x, text.align.x),
      -get_pixel_offset_from_alignment(anchorPosScreen.y, viewportPixels.y, -xy.y - wh.y, -xy.y, text.align.y)
    );
    pixelOffset = pixelOffset + scrollPixels;
    let scrollClipOffset = project_pixel_size_to_clipspace(scrollPixels);
    pos.x = pos.x + scrollClipOffset.x;
    pos.y = pos.y + scrollClipOffset.y;
  }

  if (inp.instanceClipRect.z >= 0.0) {
    if (pixelOffset.x < xy.x || pixelOffset.x > xy.x + wh.x) {
      pos = vec4<f32>(0.0);
    } else if (text.cutoffPixels.x > 0.0) {
      let viewportWidth = project.viewportSize.x / project.devicePixelRatio;
      let left = max(anchorPosScreen.x + xy.x, 0.0);
      let right = min(anchorPosScreen.x + xy.x + wh.x, viewportWidth);
      if (right - left < text.cutoffPixels.x) {
        pos = vec4<f32>(0.0);
      }
    }
  }
  if (inp.instanceClipRect.w >= 0.0) {
    if (pixelOffset.y < xy.y || pixelOffset.y > xy.y + wh.y) {
      pos = vec4<f32>(0.0);
    } else if (text.cutoffPixels.y > 0.0) {
      let viewportHeight = project.viewportSize.y / project.devicePixelRatio;
      let top = max(anchorPosScreen.y - xy.y - wh.y, 0.0);
      let bottom = min(anchorPosScreen.y - xy.y, viewportHeight);
      if (bottom - top < text.cutoffPixels.y) {
        pos = vec4<f32>(0.0);
      }
    }
  }

  ${n?`  if (collision.sort != 0) {
    pos.z = -0.001 * inp.collisionPriorities * pos.w;
  }
  `:""}

  let uvMix = (inp.positions.xy + vec2<f32>(1.0, 1.0)) * 0.5;
  outp.vTextureCoords = mix(inp.instanceIconFrames.xy, inp.instanceIconFrames.xy + iconSize, uvMix) / icon.iconsTextureDim;

  outp.position = pos;
  outp.vColor = inp.instanceColors;
  outp.vColorMode = inp.instanceColorModes;
  outp.pickingColor = picking_getPickingColorFromIndex(inp.rowIndexes);

  return outp;
}

@fragment
fn fragmentMain(inp: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = inp.uv;

  let texColor = textureSample(iconsTexture, iconsTextureSampler, inp.vTextureCoords);
  var alpha = texColor.a;
  var color = inp.vColor;

  if (sdf.enabled > 0.5) {
    let distance = alpha;
    alpha = smoothstep(sdf.buffer - sdf.gamma, sdf.buffer + sdf.gamma, distance);

    if (sdf.outlineBuffer > 0.0) {
      let inFill = alpha;
      let inBorder = smoothstep(sdf.outlineBuffer - sdf.gamma, sdf.outlineBuffer + sdf.gamma, distance);
      color = mix(sdf.outlineColor, inp.vColor, inFill);
      alpha = inBorder;
    }
  } else if (inp.vColorMode == 0.0) {
    color = texColor;
  }

  var a = alpha * color.a * layer.opacity;
  if (a < icon.alphaCutoff) {
    discard;
  }

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(inp.pickingColor)) {
      discard;
    }
    return vec4<f32>(inp.pickingColor, 1.0);
  }

  ${n?`  let collisionFade = collision_is_visible(inp.position.xy / project.viewportSize, inp.pickingColor);
  a = a * collisionFade;
  if (a <= 0.0001) {
    discard;
  }
  `:""}

  var fragColor = deckgl_premultiplied_alpha(vec4<f32>(color.rgb, a));

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(inp.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return fragColor;
}
`}var fp=FP();var il=192/256;var VP={getIconOffsets:{type:"accessor",value:n=>n.offsets},getContentBox:{type:"accessor",value:[0,0,-1,-1]},fontSize:1,alphaCutoff:.001,smoothing:.1,outlineWidth:0,outlineColor:{type:"color",value:[0,0,0,255]},contentCutoffPixels:{type:"array",value:[0,0]},contentAlignHorizontal:"none",contentAlignVertical:"none"},Po=class extends ro{getShaders(){let t=super.getShaders();return{...t,modules:[...t.modules,xs,ap],vs:cp,fs:lp,source:fp}}initializeState(){super.initializeState();let t=this.getAttributeManager(),e=t.attributes.instanceIconDefs;e.settings.update=this.calculateInstanceIconDefs,t.addInstanced({rowIndexes:{type:"uint32",size:1,bufferGroup:"icon-instance-data",accessor:(i,{index:o})=>o},instanceClipRect:{size:4,bufferGroup:"icon-instance-data",accessor:"getContentBox",defaultValue:[0,0,-1,-1]}})}updateState(t){super.updateState(t);let{props:e,oldProps:i,changeFlags:o}=t,{outlineColor:r}=e;if(o.extensionsChanged){this.state.fillModel?.destroy();let s=this.context.device.type==="webgpu"?this._getModel(`${this.props.id}-fill`):void 0;this.setState({fillModel:s,models:s?[this.state.model,s]:[this.state.model]})}if(o.updateTriggersChanged&&(o.updateTriggersChanged.getIcon||o.updateTriggersChanged.getIconOffsets)&&this.getAttributeManager().invalidate("instanceIconDefs"),r!==i.outlineColor){let s=[r[0]/255,r[1]/255,r[2]/255,(r[3]??255)/255];this.setState({outlineColor:s})}!e.sdf&&e.outlineWidth&&I.warn(`${this.id}: fontSettings.sdf is required to render outline`)()}draw(t){let{sdf:e,smoothing:i,fontSize:o,outlineWidth:r,contentCutoffPixels:s,contentAlignHorizontal:a,contentAlignVertical:c}=this.props,{outlineColor:l}=this.state,f=r?Math.max(i,il*(1-r)):-1,h=this.state.model,u={buffer:il,outlineBuffer:f,gamma:i,enabled:!!e,outlineColor:l},d={contentCutoffPixels:s,contentAlignHorizontal:a,contentAlignVertical:c,fontSize:o,viewport:this.context.viewport};if(h.shaderInputs.setProps({sdf:u,text:d}),super.draw(t),e&&r){let{iconManager:p}=this.state;if(p.getTexture()){let m=this.state.fillModel||h;m.shaderInputs.setProps({sdf:{...u,outlineBuffer:il},text:d}),this._drawModel(m)}}}calculateInstanceIconDefs(t,{startRow:e,endRow:i}){let{data:o,getIcon:r,getIconOffsets:s}=this.props,a=t.getVertexOffset(e),c=t.value,{iterable:l,objectInfo:f}=zt(o,e,i);for(let h of l){f.index++;let u=r(h,f),d=s(h,f);if(u){let p=0;for(let g of Array.from(u)){let m=super.getInstanceIconDef(g);m[0]=d[p*2],m[1]+=d[p*2+1],m[6]=1,c.set(m,a),a+=t.size,p++}}}}};Po.defaultProps=VP;Po.layerName="MultiIconLayer";var hp=Po;var ol=new Float64Array(256);for(let n=0;n<256;n++){let t=.5-Math.pow(n/255,.45454545454545453);ol[n]=t*Math.abs(t)}ol[255]=-1e20;var bo=class{constructor({fontSize:t=24,buffer:e=3,radius:i=8,cutoff:o=.25,fontFamily:r="sans-serif",fontWeight:s="normal",fontStyle:a="normal",lang:c=null}={}){e=this.buffer=Math.round(e),this.radius=i,this.cutoff=o,this.lang=c;let l=this.size=Math.ceil(t)+e*4,f=this._createCanvas(l),h=this.ctx=f.getContext("2d",{willReadFrequently:!0});h.font=`${a} ${s} ${t}px ${r}`,h.textBaseline="alphabetic",h.textAlign="left",h.fillStyle="black",c&&(h.lang=c);let d=(this.maxGlyphDim=l-e)+2*e;this.gridOuter=new Float64Array(d*d),this.gridInner=new Float64Array(d*d),this.f=new Float64Array(d),this.z=new Float64Array(d+1),this.v=new Uint16Array(d)}_createCanvas(t){if(typeof OffscreenCanvas<"u")return new OffscreenCanvas(t,t);let e=document.createElement("canvas");return e.width=e.height=t,e}draw(t){let{width:e,actualBoundingBoxAscent:i,actualBoundingBoxDescent:o,actualBoundingBoxLeft:r,actualBoundingBoxRight:s}=this.ctx.measureText(t),a=Math.ceil(i),c=Math.floor(-r),l=Math.max(0,Math.min(this.maxGlyphDim,Math.ceil(s)-c)),f=Math.max(0,Math.min(this.maxGlyphDim,a+Math.ceil(o))),h=l+2*this.buffer,u=f+2*this.buffer,d=h*u,p=new Uint8ClampedArray(d),g={data:p,width:h,height:u,glyphWidth:l,glyphHeight:f,glyphTop:a,glyphLeft:c,glyphAdvance:e};if(l===0||f===0)return g;let{ctx:m,buffer:v,gridInner:_,gridOuter:y}=this;m.clearRect(v,v,l,f),m.fillText(t,v-c,v+a);let x=m.getImageData(v,v,l,f);y.fill(1e20,0,d),_.fill(0,0,d);let w=3;for(let S=0;S<f;S++){let b=(S+v)*h+v;for(let O=0;O<l;O++,w+=4,b++){let L=x.data[w];if(L===0)continue;let A=ol[L];y[b]=Math.max(0,A),_[b]=Math.max(0,-A)}}up(y,0,0,h,u,h,this.f,this.v,this.z,v);let P=Math.min(v,1);up(_,v-P,v-P,l+2*P,f+2*P,h,this.f,this.v,this.z);let M=255/this.radius,E=255*(1-this.cutoff);for(let S=0;S<d;S++){let b=Math.sqrt(y[S])-Math.sqrt(_[S]);p[S]=E-M*b}return g}};function up(n,t,e,i,o,r,s,a,c,l=0){for(let f=t+l;f<t+i-l;f++)dp(n,e*r+f,r,o,s,a,c);for(let f=e;f<e+o;f++)dp(n,f*r+t,1,i,s,a,c)}function dp(n,t,e,i,o,r,s){r[0]=0,s[0]=-1e20,s[1]=1e20,o[0]=n[t];for(let a=1,c=0;a<i;a++){let l=o[a]=n[t+a*e],f=a*a,h;do{let u=r[c];h=(l-o[u]+f-u*u)/(a-u)/2}while(h<=s[c]&&--c>-1);c++,r[c]=a,s[c]=h,s[c+1]=1e20}for(let a=0,c=0;a<i;a++){for(;s[c+1]<a;)c++;let l=r[c],f=a-l;n[t+a*e]=o[l]+f*f}}var UP=32,WP=[];function GP(n){return Math.pow(2,Math.ceil(Math.log2(n)))}function pp({characterSet:n,measureText:t,buffer:e,maxCanvasWidth:i,mapping:o={},xOffset:r=0,yOffsetMin:s=0,yOffsetMax:a=0}){let l=r,f=s,h=a;for(let u of n)if(!o[u]){let{advance:d,width:p,ascent:g,descent:m}=t(u),v=g+m;l+p+e*2>i&&(l=0,f=h),o[u]={x:l+e,y:f+e,width:p,height:v,advance:d,anchorX:p/2,anchorY:g},l+=p+e*2,h=Math.max(h,f+v+e*2)}return{mapping:o,xOffset:l,yOffsetMin:f,yOffsetMax:h,canvasHeight:GP(h)}}function gp(n,t,e,i){let o=0;for(let r=t;r<e;r++){let s=n[r];o+=i[s]?.advance||0}return o}function mp(n,t,e,i,o,r){let s=t,a=0;for(let c=t;c<e;c++){let l=gp(n,c,c+1,o);a+l>i&&(s<c&&r.push(c),s=c,a=0),a+=l}return a}function YP(n,t,e,i,o,r){let s=t,a=t,c=t,l=0;for(let f=t;f<e;f++)if((n[f]===" "||n[f+1]===" "||f+1===e)&&(c=f+1),c>a){let h=gp(n,a,c,o);l+h>i&&(s<a&&(r.push(a),s=a,l=0),h>i&&(h=mp(n,a,c,i,o,r),s=r[r.length-1])),a=c,l+=h}return l}function $P(n,t,e,i,o=0,r){r===void 0&&(r=n.length);let s=[];return t==="break-all"?mp(n,o,r,e,i,s):YP(n,o,r,e,i,s),s}function HP(n,t,e,i,o,r){let s=0,a=0;for(let c=t;c<e;c++){let l=n[c],f=i[l];f&&(a=Math.max(a,f.height))}for(let c=t;c<e;c++){let l=n[c],f=i[l];f?(o[c]=s+f.anchorX,s+=f.advance):(I.warn(`Missing character: ${l} (${l.codePointAt(0)})`)(),o[c]=s,s+=UP)}r[0]=s,r[1]=a}function yp(n,t,e,i,o,r){let s=Array.from(n),a=s.length,c=new Array(a),l=new Array(a),f=new Array(a),h=(i==="break-word"||i==="break-all")&&isFinite(o)&&o>0,u=[0,0],d=[0,0],p=0,g=t+e/2,m=0,v=0;for(let _=0;_<=a;_++){let y=s[_];if((y===`
`||_===a)&&(v=_),v>m){let x=h?$P(s,i,o,r,m,v):WP;for(let w=0;w<=x.length;w++){let P=w===0?m:x[w-1],M=w<x.length?x[w]:v;HP(s,P,M,r,c,d);for(let E=P;E<M;E++)l[E]=g,f[E]=d[0];p++,g+=e,u[0]=Math.max(u[0],d[0])}m=v}y===`
`&&(c[m]=0,l[m]=0,f[m]=0,m++)}return u[1]=p*e,{x:c,y:l,rowWidth:f,size:u}}function xp({value:n,length:t,stride:e,offset:i,startIndices:o,characterSet:r}){let s=n.BYTES_PER_ELEMENT,a=e?e/s:1,c=i?i/s:0,l=o[t]||Math.ceil((n.length-c)/a),f=r&&new Set,h=new Array(t),u=n;if(a>1||c>0){let d=n.constructor;u=new d(l);for(let p=0;p<l;p++)u[p]=n[p*a+c]}for(let d=0;d<t;d++){let p=o[d],g=o[d+1]||l,m=u.subarray(p,g);h[d]=String.fromCodePoint.apply(null,m),f&&m.forEach(f.add,f)}if(f)for(let d of f)r.add(String.fromCodePoint(d));return{texts:h,characterCount:l}}var Dn=class{constructor(t=5){this._cache={},this._order=[],this.limit=t}get(t){let e=this._cache[t];return e&&(this._deleteOrder(t),this._appendOrder(t)),e}set(t,e){this._cache[t]?(this.delete(t),this._cache[t]=e,this._appendOrder(t)):(Object.keys(this._cache).length===this.limit&&this.delete(this._order[0]),this._cache[t]=e,this._appendOrder(t))}delete(t){this._cache[t]&&(delete this._cache[t],this._deleteOrder(t))}_deleteOrder(t){let e=this._order.indexOf(t);e>=0&&this._order.splice(e,1)}_appendOrder(t){this._order.push(t)}};function ZP(){let n=[];for(let t=32;t<128;t++)n.push(String.fromCharCode(t));return n}var Je={fontFamily:"Monaco, monospace",fontWeight:"normal",characterSet:ZP(),fontSize:64,buffer:4,sdf:!1,cutoff:.25,radius:12,smoothing:.1},vp=1024,_p=.9,wp=.3,bp=3,vs=new Dn(bp);function qP(n,t){let e;typeof t=="string"?e=new Set(Array.from(t)):e=new Set(t);let i=vs.get(n);if(!i)return e;for(let o in i.mapping)e.has(o)&&e.delete(o);return e}function XP(n,t){for(let e=0;e<n.length;e++)t.data[4*e+3]=n[e]}function Pp(n,t,e,i){n.font=`${i} ${e}px ${t}`,n.fillStyle="#000",n.textBaseline="alphabetic",n.textAlign="left"}function KP(n,t,e){if(e===void 0){let o=n.measureText("A");return o.fontBoundingBoxAscent?{advance:0,width:0,ascent:Math.ceil(o.fontBoundingBoxAscent),descent:Math.ceil(o.fontBoundingBoxDescent)}:{advance:0,width:0,ascent:t*_p,descent:t*wp}}let i=n.measureText(e);return i.actualBoundingBoxAscent?{advance:i.width,width:Math.ceil(i.actualBoundingBoxRight-i.actualBoundingBoxLeft),ascent:Math.ceil(i.actualBoundingBoxAscent),descent:Math.ceil(i.actualBoundingBoxDescent)}:{advance:i.width,width:i.width,ascent:t*_p,descent:t*wp}}function Ep(n){I.assert(Number.isFinite(n)&&n>=bp,"Invalid cache limit"),vs=new Dn(n)}var Eo=class{constructor(){this.props={...Je}}get atlas(){return this._atlas}get mapping(){return this._atlas&&this._atlas.mapping}setProps(t={}){Object.assign(this.props,t),t._getFontRenderer&&(this._getFontRenderer=t._getFontRenderer),this._key=this._getKey();let e=qP(this._key,this.props.characterSet),i=vs.get(this._key);if(i&&e.size===0){this._atlas!==i&&(this._atlas=i);return}let o=this._generateFontAtlas(e,i);this._atlas=o,vs.set(this._key,o)}_generateFontAtlas(t,e){let{fontFamily:i,fontWeight:o,fontSize:r,buffer:s,sdf:a,radius:c,cutoff:l}=this.props,f=e&&e.data;f||(f=document.createElement("canvas"),f.width=vp);let h=f.getContext("2d",{willReadFrequently:!0});Pp(h,i,r,o);let u=x=>KP(h,r,x),d;this._getFontRenderer?d=this._getFontRenderer(this.props):a&&(d={measure:u,draw:JP(this.props)});let{mapping:p,canvasHeight:g,xOffset:m,yOffsetMin:v,yOffsetMax:_}=pp({measureText:x=>d?d.measure(x):u(x),buffer:s,characterSet:t,maxCanvasWidth:vp,...e&&{mapping:e.mapping,xOffset:e.xOffset,yOffsetMin:e.yOffsetMin,yOffsetMax:e.yOffsetMax}});if(f.height!==g){let x=f.height>0?h.getImageData(0,0,f.width,f.height):null;f.height=g,x&&h.putImageData(x,0,0)}if(Pp(h,i,r,o),d)for(let x of t){let w=p[x],P=w.width,{data:M,left:E=0,top:S=0}=d.draw(x),b=w.x-E,O=w.y-S,L=Math.max(0,Math.round(b)),A=Math.max(0,Math.round(O)),R=Math.min(M.width,f.width-L),Y=Math.min(M.height,f.height-A);h.putImageData(M,L,A,0,0,R,Y),w.x=L,w.y=A,w.width=R,w.height=Y,w.anchorX+=R/2-E-P/2,w.anchorY+=S}else for(let x of t){let w=p[x];h.fillText(x,w.x,w.y+w.anchorY)}let y=d?d.measure():u();return{baselineOffset:(y.ascent-y.descent)/2,xOffset:m,yOffsetMin:v,yOffsetMax:_,mapping:p,data:f,width:f.width,height:f.height}}_getKey(){let{fontFamily:t,fontWeight:e,fontSize:i,buffer:o,sdf:r,radius:s,cutoff:a}=this.props;return r?`${t} ${e} ${i} ${o} ${s} ${a}`:`${t} ${e} ${i} ${o}`}};function JP({fontSize:n,buffer:t,radius:e,cutoff:i,fontFamily:o,fontWeight:r}){let s=new bo({fontSize:n,buffer:t,radius:e,cutoff:i,fontFamily:o,fontWeight:`${r}`});return a=>{let{data:c,width:l,height:f}=s.draw(a),h=new ImageData(l,f);return XP(c,h),{data:h,left:t,top:t}}}var QP=`struct TextBackgroundUniforms {
  billboard: f32,
  sizeScale: f32,
  sizeMinPixels: f32,
  sizeMaxPixels: f32,
  borderRadius: vec4<f32>,
  padding: vec4<f32>,
  sizeUnits: i32,
  stroked: f32,
};

@group(0) @binding(auto) var<uniform> textBackground: TextBackgroundUniforms;
`,Sp=`layout(std140) uniform textBackgroundUniforms {
  bool billboard;
  float sizeScale;
  float sizeMinPixels;
  float sizeMaxPixels;
  vec4 borderRadius;
  vec4 padding;
  highp int sizeUnits;
  bool stroked;
} textBackground;
`,Mp={name:"textBackground",source:QP,vs:Sp,fs:Sp,uniformTypes:{billboard:"f32",sizeScale:"f32",sizeMinPixels:"f32",sizeMaxPixels:"f32",borderRadius:"vec4<f32>",padding:"vec4<f32>",sizeUnits:"i32",stroked:"f32"}};var Cp=`#version 300 es
#define SHADER_NAME text-background-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in vec4 instanceRects;
in vec4 instanceClipRect;
in float instanceSizes;
in float instanceAngles;
in vec2 instancePixelOffsets;
in float instanceLineWidths;
in vec4 instanceFillColors;
in vec4 instanceLineColors;
out vec4 vFillColor;
out vec4 vLineColor;
out float vLineWidth;
out vec2 uv;
out vec2 dimensions;
vec2 rotate_by_angle(vec2 vertex, float angle) {
float angle_radian = radians(angle);
float cos_angle = cos(angle_radian);
float sin_angle = sin(angle_radian);
mat2 rotationMatrix = mat2(cos_angle, -sin_angle, sin_angle, cos_angle);
return rotationMatrix * vertex;
}
void main(void) {
geometry.worldPosition = instancePositions;
geometry.uv = positions;
geometry.pickingColor = picking_getPickingColorFromInstanceID();
uv = positions;
vLineWidth = instanceLineWidths;
float sizePixels = clamp(
project_size_to_pixel(instanceSizes * textBackground.sizeScale, textBackground.sizeUnits),
textBackground.sizeMinPixels, textBackground.sizeMaxPixels
);
float instanceScale = sizePixels / text.fontSize;
dimensions = instanceRects.zw * instanceScale + textBackground.padding.xy + textBackground.padding.zw;
vec2 pixelOffset = (positions * instanceRects.zw + instanceRects.xy) * instanceScale + mix(-textBackground.padding.xy, textBackground.padding.zw, positions);
pixelOffset = rotate_by_angle(pixelOffset, instanceAngles);
pixelOffset += instancePixelOffsets;
pixelOffset.y *= -1.0;
vec2 xy = project_size_to_pixel(instanceClipRect.xy);
vec2 wh = project_size_to_pixel(instanceClipRect.zw);
if (text.flipY) {
xy.y = -xy.y - wh.y;
}
if (instanceClipRect.z >= 0.0) {
dimensions.x = wh.x;
pixelOffset.x = xy.x + uv.x * wh.x + mix(-textBackground.padding.x, textBackground.padding.z, uv.x);
}
if (instanceClipRect.w >= 0.0) {
dimensions.y = wh.y;
pixelOffset.y = xy.y + uv.y * wh.y + mix(-textBackground.padding.y, textBackground.padding.w, uv.y);
}
if (textBackground.billboard)  {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = vec3(pixelOffset, 0.0);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset_common = vec3(project_pixel_size(pixelOffset), 0.0);
if (text.flipY) {
offset_common.y *= -1.;
}
DECKGL_FILTER_SIZE(offset_common, geometry);
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset_common, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
vFillColor = vec4(instanceFillColors.rgb, instanceFillColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vFillColor, geometry);
vLineColor = vec4(instanceLineColors.rgb, instanceLineColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vLineColor, geometry);
}
`;var Tp=`#version 300 es
#define SHADER_NAME text-background-layer-fragment-shader
precision highp float;
in vec4 vFillColor;
in vec4 vLineColor;
in float vLineWidth;
in vec2 uv;
in vec2 dimensions;
out vec4 fragColor;
float round_rect(vec2 p, vec2 size, vec4 radii) {
vec2 pixelPositionCB = (p - 0.5) * size;
vec2 sizeCB = size * 0.5;
float maxBorderRadius = min(size.x, size.y) * 0.5;
vec4 borderRadius = vec4(min(radii, maxBorderRadius));
borderRadius.xy =
(pixelPositionCB.x > 0.0) ? borderRadius.xy : borderRadius.zw;
borderRadius.x = (pixelPositionCB.y > 0.0) ? borderRadius.x : borderRadius.y;
vec2 q = abs(pixelPositionCB) - sizeCB + borderRadius.x;
return -(min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - borderRadius.x);
}
float rect(vec2 p, vec2 size) {
vec2 pixelPosition = p * size;
return min(min(pixelPosition.x, size.x - pixelPosition.x),
min(pixelPosition.y, size.y - pixelPosition.y));
}
vec4 get_stroked_fragColor(float dist) {
float isBorder = smoothedge(dist, vLineWidth);
return mix(vFillColor, vLineColor, isBorder);
}
void main(void) {
geometry.uv = uv;
if (textBackground.borderRadius != vec4(0.0)) {
float distToEdge = round_rect(uv, dimensions, textBackground.borderRadius);
float shapeAlpha = smoothedge(-distToEdge, 0.0);
if (shapeAlpha == 0.0) {
discard;
}
if (textBackground.stroked) {
fragColor = get_stroked_fragColor(distToEdge);
} else {
fragColor = vFillColor;
}
fragColor.a *= shapeAlpha;
} else {
if (textBackground.stroked) {
float distToEdge = rect(uv, dimensions);
fragColor = get_stroked_fragColor(distToEdge);
} else {
fragColor = vFillColor;
}
}
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var Ap=`struct TextUniforms {
  cutoffPixels: vec2<f32>,
  align: vec2<i32>,
  fontSize: f32,
  flipY: f32,
};

@group(0) @binding(auto) var<uniform> text: TextUniforms;

fn rotate_by_angle(vertex: vec2<f32>, angle: f32) -> vec2<f32> {
  let angleRadian = radians(angle);
  let cosine = cos(angleRadian);
  let sine = sin(angleRadian);
  let rotationMatrix = mat2x2<f32>(
    vec2<f32>(cosine, -sine),
    vec2<f32>(sine, cosine)
  );
  return rotationMatrix * vertex;
}

struct Attributes {
  @builtin(instance_index) instanceIndex: u32,
  @location(0) positions: vec2<f32>,
  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceSizes: f32,
  @location(4) instanceAngles: f32,
  @location(5) instanceRects: vec4<f32>,
  @location(6) instanceClipRect: vec4<f32>,
  @location(7) instancePixelOffsets: vec2<f32>,
  @location(8) instanceFillColors: vec4<f32>,
  @location(9) instanceLineColors: vec4<f32>,
  @location(10) instanceLineWidths: f32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vFillColor: vec4<f32>,
  @location(1) vLineColor: vec4<f32>,
  @location(2) vLineWidth: f32,
  @location(3) uv: vec2<f32>,
  @location(4) dimensions: vec2<f32>,
  @location(5) pickingColor: vec3<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  geometry.worldPosition = attributes.instancePositions;
  geometry.uv = attributes.positions;
  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.instanceIndex);

  var varyings: Varyings;
  varyings.uv = attributes.positions;
  varyings.vLineWidth = attributes.instanceLineWidths;

  let sizePixels = clamp(
    project_unit_size_to_pixel(
      attributes.instanceSizes * textBackground.sizeScale,
      textBackground.sizeUnits
    ),
    textBackground.sizeMinPixels,
    textBackground.sizeMaxPixels
  );
  let instanceScale = sizePixels / text.fontSize;

  varyings.dimensions = attributes.instanceRects.zw * instanceScale +
    textBackground.padding.xy + textBackground.padding.zw;

  var pixelOffset =
    (attributes.positions * attributes.instanceRects.zw + attributes.instanceRects.xy) *
      instanceScale +
    mix(-textBackground.padding.xy, textBackground.padding.zw, attributes.positions);
  pixelOffset = rotate_by_angle(pixelOffset, attributes.instanceAngles);
  pixelOffset = pixelOffset + attributes.instancePixelOffsets;
  pixelOffset.y = pixelOffset.y * -1.0;

  var xy = project_size_vec2(attributes.instanceClipRect.xy) * project.scale;
  let wh = project_size_vec2(attributes.instanceClipRect.zw) * project.scale;
  if (text.flipY > 0.5) {
    xy.y = -xy.y - wh.y;
  }
  if (attributes.instanceClipRect.z >= 0.0) {
    varyings.dimensions.x = wh.x;
    pixelOffset.x = xy.x + varyings.uv.x * wh.x + mix(
      -textBackground.padding.x,
      textBackground.padding.z,
      varyings.uv.x
    );
  }
  if (attributes.instanceClipRect.w >= 0.0) {
    varyings.dimensions.y = wh.y;
    pixelOffset.y = xy.y + varyings.uv.y * wh.y + mix(
      -textBackground.padding.y,
      textBackground.padding.w,
      varyings.uv.y
    );
  }

  if (textBackground.billboard > 0.5) {
    var position = project_position_to_clipspace(
      attributes.instancePositions,
      attributes.instancePositions64Low,
      vec3<f32>(0.0)
    );
    let clipOffset = project_pixel_size_to_clipspace(pixelOffset);
    position = vec4<f32>(
      position.x + clipOffset.x,
      position.y + clipOffset.y,
      position.z,
      position.w
    );
    varyings.position = position;
  } else {
    var offsetCommon = vec3<f32>(project_pixel_size_vec2(pixelOffset), 0.0);
    if (text.flipY > 0.5) {
      offsetCommon.y = offsetCommon.y * -1.0;
    }
    varyings.position = project_position_to_clipspace(
      attributes.instancePositions,
      attributes.instancePositions64Low,
      offsetCommon
    );
  }

  varyings.vFillColor = vec4<f32>(
    attributes.instanceFillColors.rgb,
    attributes.instanceFillColors.a * layer.opacity
  );
  varyings.vLineColor = vec4<f32>(
    attributes.instanceLineColors.rgb,
    attributes.instanceLineColors.a * layer.opacity
  );
  varyings.pickingColor = geometry.pickingColor;
  return varyings;
}

fn round_rect(point: vec2<f32>, size: vec2<f32>, radii: vec4<f32>) -> f32 {
  let pixelPosition = (point - 0.5) * size;
  let halfSize = size * 0.5;
  let maxBorderRadius = min(size.x, size.y) * 0.5;
  var borderRadius = min(radii, vec4<f32>(maxBorderRadius));

  borderRadius = select(borderRadius.zwxy, borderRadius, pixelPosition.x > 0.0);
  let radius = select(borderRadius.y, borderRadius.x, pixelPosition.y > 0.0);
  let q = abs(pixelPosition) - halfSize + radius;
  return -(min(max(q.x, q.y), 0.0) + length(max(q, vec2<f32>(0.0))) - radius);
}

fn rect(point: vec2<f32>, size: vec2<f32>) -> f32 {
  let pixelPosition = point * size;
  return min(
    min(pixelPosition.x, size.x - pixelPosition.x),
    min(pixelPosition.y, size.y - pixelPosition.y)
  );
}

fn get_stroked_frag_color(
  distanceToEdge: f32,
  lineWidth: f32,
  fillColor: vec4<f32>,
  lineColor: vec4<f32>
) -> vec4<f32> {
  let isBorder = smoothedge(distanceToEdge, lineWidth);
  return mix(fillColor, lineColor, isBorder);
}

@fragment
fn fragmentMain(varyings: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = varyings.uv;
  var fragColor: vec4<f32>;

  if (any(textBackground.borderRadius != vec4<f32>(0.0))) {
    let distanceToEdge = round_rect(
      varyings.uv,
      varyings.dimensions,
      textBackground.borderRadius
    );
    let shapeAlpha = smoothedge(-distanceToEdge, 0.0);
    if (shapeAlpha == 0.0) {
      discard;
    }
    if (textBackground.stroked > 0.5) {
      fragColor = get_stroked_frag_color(
        distanceToEdge,
        varyings.vLineWidth,
        varyings.vFillColor,
        varyings.vLineColor
      );
    } else {
      fragColor = varyings.vFillColor;
    }
    fragColor.a = fragColor.a * shapeAlpha;
  } else if (textBackground.stroked > 0.5) {
    let distanceToEdge = rect(varyings.uv, varyings.dimensions);
    fragColor = get_stroked_frag_color(
      distanceToEdge,
      varyings.vLineWidth,
      varyings.vFillColor,
      varyings.vLineColor
    );
  } else {
    fragColor = varyings.vFillColor;
  }

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(varyings.pickingColor)) {
      discard;
    }
    return vec4<f32>(varyings.pickingColor, 1.0);
  }

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(varyings.pickingColor - highlightedObjectColor))) {
      let highlightAlpha = picking.highlightColor.a;
      let blendedAlpha = highlightAlpha + fragColor.a * (1.0 - highlightAlpha);
      if (blendedAlpha > 0.0) {
        let highlightRatio = highlightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highlightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return deckgl_premultiplied_alpha(fragColor);
}
`;var tb={billboard:!0,sizeScale:1,sizeUnits:"pixels",sizeMinPixels:0,sizeMaxPixels:Number.MAX_SAFE_INTEGER,fontSize:1,borderRadius:{type:"object",value:0},padding:{type:"array",value:[0,0,0,0]},getPosition:{type:"accessor",value:n=>n.position},getSize:{type:"accessor",value:1},getAngle:{type:"accessor",value:0},getPixelOffset:{type:"accessor",value:[0,0]},getBoundingRect:{type:"accessor",value:[0,0,0,0]},getClipRect:{type:"accessor",value:[0,0,-1,-1]},getFillColor:{type:"accessor",value:[0,0,0,255]},getLineColor:{type:"accessor",value:[0,0,0,255]},getLineWidth:{type:"accessor",value:1}},So=class extends Dt{getShaders(){return super.getShaders({vs:Cp,fs:Tp,source:Ap,modules:[qt,$t,Xt,Mp,xs]})}initializeState(){this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceSizes:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getSize",defaultValue:1},instanceAngles:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getAngle"},instanceRects:{size:4,bufferGroup:"text-background-instance-data",accessor:"getBoundingRect"},instanceClipRect:{size:4,bufferGroup:"text-background-instance-data",accessor:"getClipRect",defaultValue:[0,0,-1,-1]},instancePixelOffsets:{size:2,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getPixelOffset"},instanceFillColors:{size:4,transition:!0,type:"unorm8",accessor:"getFillColor",defaultValue:[0,0,0,255]},instanceLineColors:{size:4,transition:!0,type:"unorm8",accessor:"getLineColor",defaultValue:[0,0,0,255]},instanceLineWidths:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getLineWidth",defaultValue:1}})}updateState(t){super.updateState(t);let{changeFlags:e}=t;e.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),this.getAttributeManager().invalidateAll())}draw({uniforms:t}){let{billboard:e,sizeScale:i,sizeUnits:o,sizeMinPixels:r,sizeMaxPixels:s,getLineWidth:a,fontSize:c}=this.props,{padding:l,borderRadius:f}=this.props;l.length<4&&(l=[l[0],l[1],l[0],l[1]]),Array.isArray(f)||(f=[f,f,f,f]);let h=this.state.model,u={billboard:e,stroked:!!a,borderRadius:f,padding:l,sizeUnits:pt[o],sizeScale:i,sizeMinPixels:r,sizeMaxPixels:s},d={fontSize:c,viewport:this.context.viewport};h.shaderInputs.setProps({textBackground:u,text:d}),h.draw(this.context.renderPass)}_getModel(){let t=[0,0,1,0,0,1,1,1];return new Bt(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new Qt({topology:"triangle-strip",vertexCount:4,attributes:{positions:{size:2,value:new Float32Array(t)}}}),isInstanced:!0})}};So.defaultProps=tb;So.layerName="TextBackgroundLayer";var Lp=So;var Ip={start:1,middle:0,end:-1},Op={top:1,center:0,bottom:-1},rl=[0,0,0,255],eb=1,nb={billboard:!0,sizeScale:1,sizeUnits:"pixels",sizeMinPixels:0,sizeMaxPixels:Number.MAX_SAFE_INTEGER,background:!1,getBackgroundColor:{type:"accessor",value:[255,255,255,255]},getBorderColor:{type:"accessor",value:rl},getBorderWidth:{type:"accessor",value:0},backgroundBorderRadius:{type:"object",value:0},backgroundPadding:{type:"array",value:[0,0,0,0]},characterSet:{type:"object",value:Je.characterSet},fontFamily:Je.fontFamily,fontWeight:Je.fontWeight,lineHeight:eb,outlineWidth:{type:"number",value:0,min:0},outlineColor:{type:"color",value:rl},fontSettings:{type:"object",value:{},compare:1},wordBreak:"break-word",maxWidth:{type:"number",value:-1},contentCutoffPixels:{type:"array",value:[0,0]},contentAlignHorizontal:"none",contentAlignVertical:"none",getText:{type:"accessor",value:n=>n.text},getPosition:{type:"accessor",value:n=>n.position},getColor:{type:"accessor",value:rl},getSize:{type:"accessor",value:32},getAngle:{type:"accessor",value:0},getTextAnchor:{type:"accessor",value:"middle"},getAlignmentBaseline:{type:"accessor",value:"center"},getPixelOffset:{type:"accessor",value:[0,0]},getContentBox:{type:"accessor",value:[0,0,-1,-1]},backgroundColor:{deprecatedFor:["background","getBackgroundColor"]}},Mo=class extends jc{constructor(){super(...arguments),this.getBoundingRect=(t,e)=>{let{size:[i,o]}=this.transformParagraph(t,e),{getTextAnchor:r,getAlignmentBaseline:s}=this.props,a=Ip[typeof r=="function"?r(t,e):r],c=Op[typeof s=="function"?s(t,e):s];return[(a-1)*i/2,(c-1)*o/2,i,o]},this.getIconOffsets=(t,e)=>{let{getTextAnchor:i,getAlignmentBaseline:o}=this.props,{x:r,y:s,rowWidth:a,size:[,c]}=this.transformParagraph(t,e),l=Ip[typeof i=="function"?i(t,e):i],f=Op[typeof o=="function"?o(t,e):o],h=r.length,u=new Array(h*2),d=0;for(let p=0;p<h;p++)u[d++]=(l-1)*a[p]/2+r[p],u[d++]=(f-1)*c/2+s[p];return u}}initializeState(){this.state={styleVersion:0,fontAtlasManager:new Eo},this.props.maxWidth>0&&I.once(1,"v8.9 breaking change: TextLayer maxWidth is now relative to text size")()}updateState(t){let{props:e,oldProps:i,changeFlags:o}=t;(o.dataChanged||o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getText))&&this._updateText(),(this._updateFontAtlas()||e.lineHeight!==i.lineHeight||e.wordBreak!==i.wordBreak||e.maxWidth!==i.maxWidth)&&this.setState({styleVersion:this.state.styleVersion+1})}getPickingInfo({info:t}){return t.object=t.index>=0?this.props.data[t.index]:null,t}_updateFontAtlas(){let{fontSettings:t,fontFamily:e,fontWeight:i,_getFontRenderer:o}=this.props,{fontAtlasManager:r,characterSet:s}=this.state,a={...t,characterSet:s,fontFamily:e,fontWeight:i,_getFontRenderer:o};if(!r.mapping)return r.setProps(a),!0;for(let c in a)if(a[c]!==r.props[c])return r.setProps(a),!0;return!1}_updateText(){let{data:t,characterSet:e}=this.props,i=t.attributes?.getText,{getText:o}=this.props,r=t.startIndices,s,a=e==="auto"&&new Set;if(i&&r){let{texts:c,characterCount:l}=xp({...ArrayBuffer.isView(i)?{value:i}:i,length:t.length,startIndices:r,characterSet:a});s=l,o=(f,{index:h})=>c[h]}else{let{iterable:c,objectInfo:l}=zt(t);r=[0],s=0;for(let f of c){l.index++;let h=Array.from(o(f,l)||"");a&&h.forEach(a.add,a),s+=h.length,r.push(s)}}this.setState({getText:o,startIndices:r,numInstances:s,characterSet:a||e})}transformParagraph(t,e){let{fontAtlasManager:i}=this.state,o=i.mapping,{baselineOffset:r}=i.atlas,{fontSize:s}=i.props,a=this.state.getText,{wordBreak:c,lineHeight:l,maxWidth:f}=this.props,h=a(t,e)||"";return yp(h,r,l*s,c,f*s,o)}renderLayers(){let{startIndices:t,numInstances:e,getText:i,fontAtlasManager:{atlas:o,mapping:r},styleVersion:s}=this.state,{data:a,_dataDiff:c,getPosition:l,getColor:f,getSize:h,getAngle:u,getPixelOffset:d,getBackgroundColor:p,getBorderColor:g,getBorderWidth:m,getContentBox:v,backgroundBorderRadius:_,backgroundPadding:y,background:x,billboard:w,fontSettings:P,outlineWidth:M,outlineColor:E,sizeScale:S,sizeUnits:b,sizeMinPixels:O,sizeMaxPixels:L,contentCutoffPixels:A,contentAlignHorizontal:R,contentAlignVertical:Y,transitions:F,updateTriggers:U}=this.props,Ro=this.getSubLayerClass("characters",hp),zo=this.getSubLayerClass("background",Lp),{fontSize:dl}=this.state.fontAtlasManager.props;return[x&&new zo({getFillColor:p,getLineColor:g,getLineWidth:m,borderRadius:_,padding:y,getPosition:l,getSize:h,getAngle:u,getPixelOffset:d,getClipRect:v,billboard:w,sizeScale:S,sizeUnits:b,sizeMinPixels:O,sizeMaxPixels:L,fontSize:dl,transitions:F&&{getPosition:F.getPosition,getAngle:F.getAngle,getSize:F.getSize,getFillColor:F.getBackgroundColor,getLineColor:F.getBorderColor,getLineWidth:F.getBorderWidth,getPixelOffset:F.getPixelOffset}},this.getSubLayerProps({id:"background",updateTriggers:{getPosition:U.getPosition,getAngle:U.getAngle,getSize:U.getSize,getFillColor:U.getBackgroundColor,getLineColor:U.getBorderColor,getLineWidth:U.getBorderWidth,getPixelOffset:U.getPixelOffset,getBoundingRect:{getText:U.getText,getTextAnchor:U.getTextAnchor,getAlignmentBaseline:U.getAlignmentBaseline,styleVersion:s}}}),{data:a.attributes&&a.attributes.background?{length:a.length,attributes:a.attributes.background}:a,_dataDiff:c,autoHighlight:!1,getBoundingRect:this.getBoundingRect}),new Ro({sdf:P.sdf,smoothing:Number.isFinite(P.smoothing)?P.smoothing:Je.smoothing,outlineWidth:M/(P.radius||Je.radius),outlineColor:E,iconAtlas:o,iconMapping:r,getPosition:l,getColor:f,getSize:h,getAngle:u,getPixelOffset:d,getContentBox:v,billboard:w,sizeScale:S,sizeUnits:b,sizeMinPixels:O,sizeMaxPixels:L,fontSize:dl,contentCutoffPixels:A,contentAlignHorizontal:R,contentAlignVertical:Y,transitions:F&&{getPosition:F.getPosition,getAngle:F.getAngle,getColor:F.getColor,getSize:F.getSize,getPixelOffset:F.getPixelOffset,getContentBox:F.getContentBox}},this.getSubLayerProps({id:"characters",updateTriggers:{all:U.getText,getPosition:U.getPosition,getAngle:U.getAngle,getColor:U.getColor,getSize:U.getSize,getPixelOffset:U.getPixelOffset,getContentBox:U.getContentBox,getIconOffsets:{getTextAnchor:U.getTextAnchor,getAlignmentBaseline:U.getAlignmentBaseline,styleVersion:s}}}),{data:a,_dataDiff:c,startIndices:t,numInstances:e,getIconOffsets:this.getIconOffsets,getIcon:i})]}static set fontAtlasCacheLimit(t){Ep(t)}};Mo.defaultProps=nb;Mo.layerName="TextLayer";var sl=Mo;var Rp={depthCompare:"always",depthWriteEnabled:!1},ib={ambient:.6,diffuse:.4,shininess:1,specularColor:[0,0,0]},ob='"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',zp=([n,t,e])=>[1,0,0,0,0,1,0,0,0,0,1,0,n,t,e,1],rb=new WeakMap,sb=new WeakMap,ab=new WeakMap,kp=new WeakMap;function Dp(n){let t=kp.get(n);if(t)return t;let e=new Float32Array(n.xy.length/2*3);for(let i=0;i<n.length;i++)for(let o=n.start[i];o<n.start[i+1];o++)e[3*o]=n.xy[2*o],e[3*o+1]=n.xy[2*o+1],e[3*o+2]=n.z[i];return kp.set(n,e),e}function al(n,t,e){let i=n.get(t);return i||(i=e(),n.set(t,i)),i}function Qe(n,t,{colour:e,key:i,space:o,shift:r,extruded:s=!1,height:a,pickable:c=!1}){let l=o?al(sb,t,()=>({length:t.length,startIndices:t.start,attributes:{getPolygon:{value:Dp(t),size:3},indices:{value:t.tri,size:1},instanceVertexValid:{value:t.valid,size:1}}})):al(rb,t,()=>({length:t.length,startIndices:t.start,attributes:{getPolygon:{value:t.xy,size:2},indices:{value:t.tri,size:1},instanceVertexValid:{value:t.valid,size:1}}}));return new nl({id:`${n}-${o?"3d":"2d"}`,data:l,_normalize:!1,positionFormat:o?"XYZ":"XY",extruded:o&&s,getElevation:((f,{index:h})=>a?.(h)??0),getFillColor:((f,{index:h})=>e(h)),updateTriggers:{getFillColor:i,getElevation:i},modelMatrix:zp(r),material:ib,pickable:c,...o?{}:{parameters:Rp}})}function ue(n,t,{colour:e,width:i,units:o="pixels",least:r=0,key:s="",space:a,shift:c,round:l=!0,pickable:f=!1,up:h=0}){let u=al(a?cb:ab,t,()=>({length:t.ringPart.length,startIndices:t.ringStart,attributes:{getPath:a?{value:Dp(t),size:3}:{value:t.xy,size:2}}})),d=typeof e=="function"?((g,{index:m})=>e(m)):e,p=typeof i=="function"?((g,{index:m})=>i(m)):i;return new ls({id:`${n}-${a?"3d":"2d"}`,data:u,_pathType:"open",positionFormat:a?"XYZ":"XY",getColor:d,getWidth:p,widthUnits:o,widthMinPixels:r,jointRounded:l,capRounded:l,updateTriggers:{getColor:s,getWidth:s},modelMatrix:zp([c[0],c[1],c[2]+h]),pickable:f,...a?{}:{parameters:Rp}})}var cb=new WeakMap;function Bn(n,t,e=!1){return new ls({id:n,data:t,getPath:i=>i.path,getColor:i=>i.colour,getWidth:i=>i.width,widthUnits:"pixels",jointRounded:!0,capRounded:!0,pickable:e,parameters:{depthCompare:"always"}})}function Co(n,t,{image:e,mapping:i,lying:o=!1}){return new ro({id:n,data:t,iconAtlas:e,iconMapping:i,getIcon:r=>r.icon,getPosition:r=>r.position,getSize:r=>r.size,getAngle:r=>r.angle??0,getColor:r=>r.colour??[255,255,255,255],sizeUnits:"pixels",billboard:!o,alphaCutoff:o?.02:.2,pickable:!o,parameters:{depthCompare:"always"}})}function Bp(n,t,e){return new sl({id:n,data:t,getText:i=>i.text,getPosition:i=>i.position,getSize:i=>i.size,getColor:i=>i.colour??e,sizeUnits:"pixels",characterSet:"auto",fontFamily:ob,fontWeight:500,lineHeight:1.25,background:!0,backgroundPadding:[4,2],getBackgroundColor:i=>[255,255,255,i.board?215:0],getTextAnchor:i=>i.anchor??"middle",getAlignmentBaseline:i=>i.board?"bottom":"center",getPixelOffset:i=>i.offset??[0,0],pickable:!1,parameters:{depthCompare:"always"}})}var lb={motorway:16,trunk:16,primary:14,secondary:11,tertiary:9,residential:7,unclassified:7,service:4.5,living_street:6,footway:2,path:2,cycleway:2.5,pedestrian:4},Fp=V(j.accent),fb=V(j.ink),hb=["device","meter","camera","charger","gate"],z=()=>T.b&&T.f&&T.f!=="all"?T.f:"",Mt=()=>T.view==="3d";function To(){return T.b&&pe(T.b)?.located===!1?z()?at("floor",z(),T.b).value??null:null:at("shells").value??null}var Nn=(n,t)=>[n.origin[0]-t[0],n.origin[1]-t[1],n.origin[2]-t[2]],de=n=>T.on.includes(n),Np=new Map;function cl(n,t,e){let i=Np.get(n);if(i&&i.key.length===t.length&&i.key.every((r,s)=>r===t[s]))return i.value;let o=e();return Np.set(n,{key:t,value:o}),o}function Vp(n){let t=T.b!==""&&pe(T.b)?.located===!1;return[...t?[]:ub(n),...t?[]:db(n),...T.b&&T.f==="all"?pb(n):[],...z()?gb(n):[],...n.full?[...vb(n),...wb(n),..._b(n),...Pb(n),...Eb(n)]:[]].filter(e=>e!==null)}function ub({origin:n}){let t=at("ground").value;if(!t)return[];let e=Nn(t,n),{site:i,parking:o,road:r}=t.blocks,s=[],a={space:Mt(),shift:e};if(i?.length&&s.push(Qe("site",i,{colour:()=>V(j.surface.site),key:"",...a}),ue("site-line",i,{colour:V(j.surface.site_line),width:1.5,...a})),o?.length&&de("parking")&&s.push(Qe("parking",o,{colour:()=>V(j.surface.parking),key:"",...a,pickable:!0}),ue("parking-line",o,{colour:V(j.surface.parking_line),width:1.5,...a})),r?.length&&de("road")){let c=l=>lb[r.codes[r.code[r.ringPart[l]]]??""]??6;s.push(ue("road-edge",r,{colour:V(j.surface.road_line),width:l=>c(l)+.7,units:"meters",least:3,...a})),s.push(ue("road",r,{colour:V(j.surface.road),width:c,units:"meters",least:1.8,...a}))}return s}function db({origin:n}){let t=at("shells").value,e=t?.blocks.building;if(!t||!e?.length)return[];let i=t.about.keys.building,o=Nn(t,n),r=new Map((mt().value?.buildings??[]).map(f=>[f.building_id,f.figures])),s=T.b,a=f=>{let h=i[e.thing[f]];if(h===s)return Mt()?[255,255,255,0]:V(j.paper);let u=r.get(h);return V(u&&!s?Os(u):j.paper)},c=f=>i[e.thing[f]]===s?0:e.top[f]-e.z[f],l=`${T.by}|${s}|${mt().value?.version??0}`;return[Qe("building",e,{colour:a,key:l,space:Mt(),shift:o,extruded:!0,height:c,pickable:!0}),ue("building-line",e,{colour:V(j.surface.building_line),width:1.5,space:Mt(),shift:o})]}function pb({origin:n}){let t=at("shells").value,e=t?.blocks.floor;if(!t||!e)return[];let i=t.about.keys.floor,o=new Map(Fo(T.b).map(a=>[a.floor_id,a])),r=a=>{let c=o.get(i[e.thing[a]]);return c?V(Os(c.figures)):[0,0,0,0]},s=a=>o.has(i[e.thing[a]])?Math.max(e.top[a]-e.z[a]-.5,.5):0;return[Qe("storey",e,{colour:r,key:`${T.by}|${T.b}|${mt().value?.version??0}`,space:Mt(),shift:Nn(t,n),extruded:!0,height:s,pickable:!0})]}function gb({origin:n,zoom:t}){let e=at("floor",z(),T.b).value;if(!e)return[];let i=Nn(e,n),{room:o,wall:r,door:s,vertical_link:a}=e.blocks,c=[],l=Is(z(),T.b),f={space:Mt(),shift:i};if(o?.length&&de("room")){let h=cl("tints",[l],()=>l?.colour.map(d=>V(d))??[]),u=V(j.plain);c.push(Qe("room",o,{colour:d=>h[o.thing[d]]??u,key:`${T.by}|${h.length}|${yb(l)}`,...f,pickable:!0})),l?.hatched.some(Boolean)&&c.push(Bn("hatch",cl("hatch",[l,o,tn(t),i.join()],()=>xb(o,l.hatched,10/2**tn(t),i)))),c.push(ue("room-line",o,{colour:V(j.surface.room_line),width:1,...f,up:.02}))}if(r?.length&&de("wall")){let h=u=>V(j.surface[r.codes[r.code[u]]??"wall"]??j.surface.wall);c.push(Qe("wall",r,{colour:h,key:"",...f,extruded:!0,height:()=>1.2}))}return a?.length&&de("wall")&&c.push(ue("link",a,{colour:V(j.surface.building_line),width:1,...f,up:.03})),s?.length&&de("wall")&&c.push(ue("door",s,{colour:V(j.surface.door),width:.24,units:"meters",least:1.5,...f,round:!1,up:.04,pickable:!0})),c}var jp=new WeakMap,mb=0;function yb(n){if(!n)return 0;let t=jp.get(n)??++mb;return jp.set(n,t),t}var tn=n=>Math.round(n*2)/2;function xb(n,t,e,[i,o,r]){let s=V("#7b8794"),a=(n.z[0]??0)+r+.03;return t.flatMap((c,l)=>c?Al(No(n,l),e).map(f=>({path:f.map(([h,u])=>[h+i,u+o,Mt()?a:0]),colour:s,width:1})):[])}function Ao(n){let t=jo(n),e=To();return Mt()&&t&&e?t.floor.elevation-e.origin[2]:0}function vb({origin:n}){let t=T.sel?_s(T.sel,n):[],e=Ao(z())+.1,i=r=>r.map(([s,a])=>[s,a,Mt()?e:0]),o=t.flatMap(r=>[{path:i(r),colour:V(j.paper),width:6}]).concat(t.map(r=>({path:i(r),colour:Fp,width:3})));return o.length?[Bn("chosen",o)]:[]}function _s(n,t){let[e,i]=Un(n),o=(c,l,f)=>{let[h,u]=Nn(c,t);return l&&f>=0?No(l,f).map(d=>d.map(([p,g])=>[p+h,g+u])):[]},r=z()?at("floor",z(),T.b).value:void 0,s=z()?on(z(),T.b).value:void 0;if(e==="room"&&r&&s)return o(r,r.blocks.room,s.place.get(i)??-1);if(e==="door"&&r&&s)return o(r,r.blocks.door,s.doors.indexOf(i));let a=at("shells").value;if((e==="building"||e==="floor")&&a&&!(e==="building"&&T.b===i&&z())&&!(e==="floor"&&z()===i))return o(a,a.blocks[e],(a.about.keys[e]??[]).indexOf(i));if(e==="parking"){let c=at("ground").value,l=(c?.about.keys?.parking??[]).findIndex(([f])=>f===i);if(c&&l>=0)return o(c,c.blocks.parking,l)}if(e==="department"&&r&&s){let c=Is(z(),T.b);return[]}return[]}function ws(){return hb.filter(de).flatMap(n=>{if(!mt().value?.layers.includes(n))return[];let t=n==="device"&&!z()?null:ml(n,["device","camera","meter"].includes(n)?z():"",T.b).value;return t?[{table:n,held:t}]:[]})}function _b({origin:n,zoom:t}){let e=[11,15,20,26][[0,1.2,2.6,1/0].findIndex(s=>t<s)],i=[],o=[];for(let{table:s,held:a}of ws()){let[c,l]=[a.origin[0]-n[0],a.origin[1]-n[1]];for(let[f,h]of a.key.entries()){let[u,d]=[a.spot[2*f],a.spot[2*f+1]],p=a.floor[f]??"";if(!Number.isFinite(u)||(z()?p!==""&&p!==z():p!==""))continue;let g=[u+c,d+l,Ao(p)+(Mt()?1:0)];if(Ct.moving?.ref===`${s}:${h}`)continue;let m=a.status[f]==="faulty"||a.status[f]==="maintenance"?`!${a.status[f]}`:"",v=T.sel===`${s}:${h}`;i.push({ref:`${s}:${h}`,position:g,icon:`${s}${m}`,size:(s==="device"?e*.75:e)*(v?1.4:1)});let _=a.heading?.[f];s==="camera"&&_!==void 0&&Number.isFinite(_)&&o.push({ref:"",position:g,icon:"wedge",size:e*1.9,angle:-_,colour:V(j.marker.camera,200)})}}let r={image:is(),mapping:eo};return[...o.length?[Co("headings",o,{...r,lying:!0})]:[],...i.length?[Co("marks",i,r)]:[]]}function wb({origin:n}){let t=[];if(Ct.moving){let{e,n:i,from:o}=Ct.moving,r=Ao(z()),s=[e-n[0],i-n[1],r];o&&t.push(Bn("moved",[{path:[[o[0]-n[0],o[1]-n[1],r],s],colour:Fp,width:2}])),t.push(Co("moving",[{ref:"",position:s,icon:"target",size:34}],{image:is(),mapping:eo}))}if(ge.outline.length||ge.pairs.length){let e=ge.outline.map(o=>({path:o.map(([r,s])=>[r-n[0],s-n[1],0]),colour:V(j.watch),width:3})),i=ge.pairs.filter(o=>o.ground).map(o=>({ref:"",position:[o.ground[0]-n[0],o.ground[1]-n[1],0],icon:"target",size:28}));e.length&&t.push(Bn("placed",e)),i.length&&t.push(Co("controls",i,{image:is(),mapping:eo}))}return t}function Pb({origin:n}){if(!T.m.length)return[];let t=T.m.map(([i,o])=>[i-n[0],o-n[1],Ao(z())+.2]),e=t.length>1?[{path:t,colour:V(j.paper),width:6},{path:t,colour:V(j.alarm),width:3}]:[];for(let[i,o,r]of t)e.push({path:[[i-1e-4,o,r],[i+1e-4,o,r]],colour:V(j.alarm),width:9});return[Bn("measure",e)]}var bb=n=>[...n].length>22?`${[...n].slice(0,21).join("")}\u2026`:n;function Eb(n){if(!de("label"))return[];let t=cl("labels",[tn(n.zoom),n.origin.join(),T.b,T.f,T.view,T.lang,T.by,T.on.join(),on(z()||"-",T.b).value,To(),mt().value],()=>[...Sb(n),...Cb(n)]);return t.length?[Bp("labels",t,fb)]:[]}function Sb({zoom:n,origin:t}){if(!z()||!de("room"))return[];let e=at("floor",z(),T.b).value,i=on(z(),T.b).value,o=e?.blocks.room;if(!e||!i||!o)return[];let r=2**tn(n),[s,a]=Nn(e,t),c=Ao(z())+.1;return i.key.flatMap((l,f)=>{let h=[i.spot[2*f],i.spot[2*f+1]],u=Mb(o,i,f,h,r);return u?[{position:[h[0]+s,h[1]+a,Mt()?c:0],text:u,size:12,board:!1}]:[]})}function Mb(n,t,e,i,o){let r=[t.number[e],t.name[e]].filter(c=>!!c);if(!r.length||!Number.isFinite(i[0]))return"";let s=No(n,e),a=[r,r.slice(0,1)].find(c=>Ll(s,i,c,12,o));return a?a.join(`
`):""}function Cb({origin:n,zoom:t}){let e=2**t;return(mt().value?.buildings??[]).flatMap(i=>{if(!i.located||!i.bounds||T.b===i.building_id&&z())return[];let[o,r,s,a]=i.bounds;if(Math.max(s-o,a-r)*e<34)return[];let c=bb(i.name??i.building_id),l=T.b?"":Tb(i.building_id),f=(o+s)/2-n[0];return[{position:Mt()?[f,(r+a)/2-n[1],(i.elevation??0)+(i.height??10)-(To()?.origin[2]??0)]:[f,a-n[1],0],text:l&&(s-o)*e>90?`${c}
${l}`:c,size:13,board:!0,offset:[0,-6]}]})}function Tb(n){let t=pe(n);return t?T.by==="vacancy"?nn("page.map.vacant",{vacant:Vn(t.figures.vacant),offices:Vn(t.figures.offices)}):T.by==="person"&&t.figures.heads?nn("page.map.per_person",{area:Vn(t.figures.m2_per_person??t.figures.area_m2/t.figures.heads,1)}):nn("page.map.floors_rooms",{floors:t.floors.length,rooms:Vn(t.figures.rooms)}):""}var Oo={minZoom:-7,maxZoom:8},Ab=42,Lb=-20,nt=null,et=null,bs=!1,ll=[],fl="",Ps=!1,Up={e:0,n:0,on:!1},Es=null,Fn=()=>To()?.origin??[0,0,0];function Ib(){let n=T.b?pe(T.b):void 0,t=n?.bounds??mt().value?.bounds??null;if(T.b&&!n?.bounds){let e=z()?at("floor",z(),T.b).value:void 0,i=e?.blocks.room?sn(Ob(e.blocks.room.xy)):null;t=i&&e?[i[0]+e.origin[0],i[1]+e.origin[1],i[2]+e.origin[0],i[3]+e.origin[1]]:t}return T.b||(t=sn((mt().value?.buildings??[]).flatMap(i=>i.bounds?[[i.bounds[0],i.bounds[1]],[i.bounds[2],i.bounds[3]]]:[]))??t),Yp(t??[-50,-50,50,50],.84)}function*Ob(n){for(let t=0;t<n.length;t+=2)yield[n[t],n[t+1]]}function Yp([n,t,e,i],o){let r=et?.clientWidth||600,s=et?.clientHeight||500,a=Math.log2(Math.min(r/Math.max(e-n,4),s/Math.max(i-t,4))*o);return{e:(n+e)/2,n:(t+i)/2,zoom:Math.min(Math.max(a-(T.view==="3d"?.25:0),Oo.minZoom),5),pitch:Ab,turn:Lb}}var ko=()=>T.eye??Ib();function Ss(){if(T.view!=="3d"||!T.b)return 0;let n=z()?jo(z()):void 0,t=n?[n.floor.elevation]:Fo(T.b).map(e=>e.elevation);return t.length?(Math.min(...t)+Math.max(...t))/2-Fn()[2]:0}function hl(){let{e:n,n:t,zoom:e,pitch:i,turn:o}=ko(),[r,s]=Fn(),a=[n-r,t-s,Ss()];return T.view==="3d"?{target:a,zoom:e,rotationX:i,rotationOrbit:o,minRotationX:8,maxRotationX:89,...Oo}:{target:a,zoom:e,...Oo}}var $p=()=>T.view==="3d"?[new Uc({id:"solid",orbitAxis:"Z",near:.1,far:4e3})]:[new Yc({id:"flat",flipY:!1})];function kb(){let n=[-1,2,-4],t=4/Math.hypot(...n);return new re({ambient:new Ge({color:[255,255,255],intensity:1}),sun:new Ee({color:[255,255,255],intensity:1/t,direction:n})})}function Io(){!nt||!mt().value||(fl=ul(),nt.setProps({views:$p(),viewState:hl(),layers:Vp({zoom:ko().zoom,origin:Fn(),full:bs})}))}var ul=()=>JSON.stringify([T.b,T.f,T.view,T.by,T.sel,T.on,T.lang,T.asof]);function Rb({viewState:n}){let t=ko(),[e,i]=zb(n.target),[o,r]=Fn(),s=Array.isArray(n.zoom)?n.zoom[0]:n.zoom,a=tn(s)!==tn(t.zoom);gl({e:e+o,n:i+r,zoom:s,pitch:n.rotationX??t.pitch,turn:n.rotationOrbit??t.turn}),a?Io():nt?.setProps({viewState:hl()});for(let c of jn)c()}function zb([n,t,e]){let i=T.view==="3d"?nt?.getViewports()[0]:void 0;if(!i?.cameraPosition||!i.target)return[n,t];let[o,r,s]=i.cameraPosition.map((c,l)=>c-(i.target[l]??0)),a=s>1e-6?(Ss()-e)/s:0;return[n+o*a,t+r*a]}var jn=new Set;function Bj(n){return jn.add(n),()=>jn.delete(n)}function Nj(n){et=n;try{nt=new _c({parent:n,effects:[kb()],views:$p(),viewState:hl(),layers:[],controller:{dragMode:"pan",inertia:!1,keyboard:!0},pickingRadius:4,useDevicePixels:Math.min(devicePixelRatio,2),onViewStateChange:Rb,onAfterRender:Ub,onError:Gp,getCursor:({isDragging:t,isHovering:e})=>Ct.moving||T.panel==="measure"||ge.step==="place"?"crosshair":t?"grabbing":e?"pointer":"grab",getTooltip:null})}catch(t){return Gp(t),!1}return Db(n),pl(Io),new ResizeObserver(()=>Io()).observe(n),Io(),!0}function Db(n){let t=null;n.addEventListener("pointerdown",e=>{t=e.button===0?[e.clientX,e.clientY]:null,Ct.moving&&Bb(e,[Ct.moving.e,Ct.moving.n])&&(Ps=!0,n.setPointerCapture(e.pointerId),nt?.setProps({controller:!1}))},!0),n.addEventListener("pointermove",e=>{let i=Wp(e);Object.assign(Up,i?{e:i[0],n:i[1],on:!0}:{on:!1}),Ps&&i&&Vo(i[0],i[1],!1);for(let o of jn)o();Fb(e)}),n.addEventListener("pointerleave",()=>{Up.on=!1,Es=null;for(let e of jn)e()}),n.addEventListener("pointerup",e=>{let i=t&&Math.hypot(e.clientX-t[0],e.clientY-t[1])<5;t=null;let o=Wp(e);if(Ps){Ps=!1,nt?.setProps({controller:{dragMode:"pan",inertia:!1,keyboard:!0}}),o&&Vo(o[0],o[1],!0);return}i&&Nb(e,o)})}function Bb(n,[t,e]){let i=Lo(t,e);return i!==null&&Math.hypot(n.clientX-i[0],n.clientY-i[1])<22}function Nb(n,t){Ct.moving?t&&Vo(t[0],t[1],!0):T.panel==="import"&&ge.step==="place"?t&&_l(t[0],t[1]):T.panel==="measure"?t&&Do({m:[...T.m,[Math.round(t[0]*100)/100,Math.round(t[1]*100)/100]]}):vl(Hp(n.clientX,n.clientY))}function Hp(n,t){if(!nt||!et)return"";let e=et.getBoundingClientRect(),i=nt.pickObject({x:n-e.left,y:t-e.top,radius:4});return i?jb(i):""}function jb({layer:n,index:t,object:e}){return e&&typeof e.ref=="string"?e.ref:xl((n?.id??"").replace(/-[23]d$/,""),t)}function Fb(n){if(Es=null,n.pointerType==="touch"||Ct.moving||T.view==="3d"||!et)return;let t=et.getBoundingClientRect();Es={text:"",x:n.clientX-t.left,y:n.clientY-t.top}}var jj=()=>Es;function Wp(n){let t=nt?.getViewports()[0];if(!t||!et)return null;let e=et.getBoundingClientRect(),i=t.unproject([n.clientX-e.left,n.clientY-e.top],T.view==="3d"?{targetZ:Ss()}:{}),[o,r]=Fn();return Number.isFinite(i[0])?[i[0]+o,i[1]+r]:null}function Lo(n,t){let e=nt?.getViewports()[0];if(!e||!et)return null;let i=et.getBoundingClientRect(),[o,r]=Fn(),[s,a]=e.project([n-o,t-r,T.view==="3d"?Ss():0]);return[i.left+s,i.top+a]}function Gp(n){console.error(n),document.body.dataset.map="failed",Ms()}function Vb(){return bs&&!Bo()&&fl===ul()&&(nt?.props.layers).every(n=>!n||n.isLoaded!==!1)}function Ub(){if(!nt||!mt().value||Bo())return;let n=nt.props.layers;if(n.length&&!bs){performance.mark("twin-plan"),bs=!0,requestAnimationFrame(Io);return}if(!Vb()&&n.length)return;document.body.dataset.ready!=="true"&&(performance.mark("twin-ready"),document.body.dataset.ready="true",Ms());let t=ll;ll=[];for(let e of t)e()}function Zp(){return new Promise(n=>{let t=()=>{if(document.body.dataset.map==="failed")return n();if(Bo()||fl!==ul()){setTimeout(t,15);return}ll.push(n),nt?.redraw("asked")};setTimeout(t,0)})}function Fj(n){let t=ko();Do({eye:{...t,zoom:Math.min(Math.max(t.zoom+n,Oo.minZoom),Oo.maxZoom)}});for(let e of jn)e()}var Vj=()=>Do({eye:null});function Uj(n){let[t,e]=Un(n),i=sn(_s(n,[0,0,0]).flat());for(let{table:o,held:r}of ws()){let s=o===t?r.key.indexOf(e):-1;s>=0&&(i=sn([[r.spot[2*s]+r.origin[0],r.spot[2*s+1]+r.origin[1]]]))}t==="building"&&!i&&(i=pe(e)?.bounds??null),i&&Wb(i,t==="room"||t==="building")}function Wb(n,t){if(!et)return;let e=ko(),i=2**e.zoom,o=Math.max(n[2]-n[0],n[3]-n[1])*i,[r,s]=[(n[0]+n[2])/2,(n[1]+n[3])/2],a=Math.min(et.clientWidth,et.clientHeight);if(Math.abs(r-e.e)*i<et.clientWidth*.42&&Math.abs(s-e.n)*i<et.clientHeight*.42&&o<a&&(o>24||!t))return;let l=t?o>24&&o<a?e.zoom:Math.min(Yp(n,.35).zoom,5):Math.max(e.zoom,2);T.eye={...e,e:r,n:s,zoom:l}}async function Wj(){await Zp(),nt?.redraw("picture");let n=et?.querySelector("canvas");return n?new Promise(t=>n.toBlob(t,"image/png")):null}var Gj={settled:Zp,layers:()=>Object.fromEntries((nt?.props.layers??[]).map(n=>[n.id,n.props.data.length])),pixel:n=>{let[t,e]=Un(n),i=t==="room"&&z()?on(z(),T.b).value:void 0,o=i?.place.get(e)??-1,r=z()?at("floor",z(),T.b).value:void 0;if(i&&r&&o>=0)return Lo(i.spot[2*o]+r.origin[0],i.spot[2*o+1]+r.origin[1]);for(let{table:a,held:c}of ws()){let l=a===t?c.key.indexOf(e):-1;if(l>=0)return Lo(c.spot[2*l]+c.origin[0],c.spot[2*l+1]+c.origin[1])}let s=t==="building"?pe(e)?.bounds:sn(_s(n,[0,0,0]).flat());return s?Lo((s[0]+s[2])/2,(s[1]+s[3])/2):null},pick:Hp,toPixel:Lo,text:()=>nn("page.product")};export{Wb as bring,Io as draw,ko as eye,Vj as fitAll,Ib as home,jj as hovering,Bj as onMove,Hp as pick,Wj as picture,Up as pointer,Gj as probe,Zp as settled,Uj as show,Nj as start,Lo as toPixel,Fj as zoomBy};

import "../../styles/sign-in.css";
import { show } from "../../panels/frame/show.tsx";
import { SignIn } from "./sign-in.tsx";

show(<SignIn />);

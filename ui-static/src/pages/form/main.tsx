import "../../styles/form.css";
import { show } from "../../panels/frame/show.tsx";
import { FormPage } from "./form-page.tsx";

show(<FormPage path={decodeURIComponent(location.pathname.split("/")[2] ?? "")} />);
